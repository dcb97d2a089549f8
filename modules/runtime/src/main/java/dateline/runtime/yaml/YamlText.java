package dateline.runtime.yaml;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** The text of a YAML file. */
public final class YamlText {

  private YamlText() {}

  /**
   * Its one document. Empty if there is none, or if this is not YAML; then a fault says so.
   *
   * @param keys to write into an empty file, for people: {@code "offices and people"}
   */
  public static Optional<Node> read(String yaml, String keys, List<Fault> faults) {
    try {
      Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(yaml);
      if (root.isEmpty()) {
        faults.add(Section.at(Optional.empty(), "the file is empty; write " + keys));
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      String problem =
          "this is not YAML (%s); check the indentation, colons, quotes and brackets before it"
              .formatted(e.getProblem());
      faults.add(Section.at(e.getProblemMark(), problem));
    } catch (YamlEngineException e) {
      faults.add(
          Section.at(Optional.empty(), "this is not YAML (" + e.getMessage() + "); mend that"));
    }
    return Optional.empty();
  }
}
