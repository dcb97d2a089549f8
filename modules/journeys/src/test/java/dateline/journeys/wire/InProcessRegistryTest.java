package dateline.journeys.wire;

class InProcessRegistryTest extends RegistryContract {
  @Override
  String url() {
    return "mock://contract";
  }
}
