package dateline.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.NotificationCommandV1;
import dateline.runtime.NewsroomLinks;
import dateline.runtime.SubscriberId;
import dateline.runtime.Tokens;
import dateline.runtime.http.Content;
import dateline.runtime.http.Response;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionsTest {
  private static final String ID = SubscriberId.of(Newsroom.SECRET, "ada@paper.example");
  private final Newsroom newsroom = new Newsroom();
  private final NewsroomLinks links =
      new NewsroomLinks(URI.create(""), new Tokens(Newsroom.SECRET));

  @Test
  void askingIsACommandAndSaysNothingAboutTheAddress() {
    Response answer =
        newsroom.post(
            "/subscriptions",
            "address=+Ada%40Paper.example+&kind=Readout&kind=Media+Note&kind=invented");
    assertThat(answer).isEqualTo(Response.Redirect.seeOther("/subscriptions/requested"));
    NotificationCommandV1 command = newsroom.sent.getFirst();
    assertThat(command.getSubscriberId()).isEqualTo(ID);
    assertThat(command.getActor().getPerson()).isEqualTo(ID);
    assertThat(command.getActor().getRole()).isEqualTo("PUBLIC");
    assertThat(command.getAt()).isEqualTo(Samples.NOON);
    assertThat(command.getSubscribe().getAddress()).isEqualTo("Ada@Paper.example");
    assertThat(command.getSubscribe().getInterests().getKinds())
        .containsExactly("Media Note", "Readout");
  }

  @Test
  void twoRequestsAreTwoCommands() {
    newsroom.post("/subscriptions", "address=ada%40paper.example");
    newsroom.post("/subscriptions", "address=ada%40paper.example");
    assertThat(newsroom.sent).extracting(NotificationCommandV1::getId).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada", "ada%40", "%40paper.example", "a%0D%0Ab%40c.example", "a@b"})
  void aSlipIsShownWhereItWasMade(String address) {
    Content answer =
        (Content) newsroom.post("/subscriptions", "address=" + address + "&kind=Readout");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().text())
        .contains("aria-invalid=\"true\"", "role=\"alert\"", "value=\"Readout\" checked");
    assertThat(newsroom.sent).isEmpty();
  }

  @Test
  void lookingAtALinkDoesNothing() {
    for (URI link : new URI[] {links.confirm(ID), links.unsubscribe(ID)}) {
      Content page = newsroom.content(link.toString());
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body().text())
          .contains("<form method=\"post\" action=\"" + link.toString().replace("&", "&amp;"));
      assertThat(page.header("Referrer-Policy")).contains("no-referrer");
    }
    assertThat(newsroom.sent).isEmpty();
  }

  @Test
  void theButtonOfAConfirmationActs() {
    assertThat(newsroom.post(links.confirm(ID).toString(), "").status()).isEqualTo(200);
    assertThat(newsroom.sent.getFirst().getConfirmSubscription()).isNotNull();
    assertThat(newsroom.sent.getFirst().getSubscriberId()).isEqualTo(ID);
  }

  @Test
  void oneClickEndsASubscription() {
    Response answer = newsroom.post(links.unsubscribe(ID).toString(), "List-Unsubscribe=One-Click");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(((Content) answer).headers()).doesNotContainKey("Set-Cookie");
    assertThat(newsroom.sent.getFirst().getUnsubscribe()).isNotNull();
  }

  /** Bypass 34: anyone who knows an address can change or cancel its subscription. */
  @Test
  void withoutTheMailsOwnTokenNothingHappens() {
    String confirm = links.confirm(ID).toString();
    for (String wrong :
        new String[] {
          "/subscriptions/unsubscribe",
          "/subscriptions/unsubscribe?subscriber=" + ID,
          "/subscriptions/unsubscribe?subscriber=" + ID + "&token=",
          confirm.replace("/confirm", "/unsubscribe"),
          links.unsubscribe("0".repeat(32)).toString().replace("0".repeat(32), ID),
          new NewsroomLinks(URI.create(""), new Tokens("another secret")).unsubscribe(ID).toString()
        }) {
      assertThat(newsroom.browse(wrong).status()).isEqualTo(403);
      assertThat(newsroom.post(wrong, "List-Unsubscribe=One-Click").status()).isEqualTo(403);
    }
    assertThat(newsroom.sent).isEmpty();
  }

  @Test
  void whatCouldNotBeKeptIsNotPromised() {
    newsroom.away = true;
    assertThat(newsroom.post("/subscriptions", "address=ada%40paper.example").status())
        .isEqualTo(503);
  }
}
