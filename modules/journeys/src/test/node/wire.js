// Confluent's own client reads records and writes them again.
// Called as: node wire.js <registry url>
// Standard input:  JSON [{"topic": "...", "hex": "bytes as our serializer wrote them"}, ...]
// Standard output: JSON [{"topic": "...", "value": the record as read, "hex": the bytes as written again}, ...]
const {
  AvroDeserializer,
  AvroSerializer,
  SchemaRegistryClient,
  SerdeType,
  SubjectNameStrategyType,
} = require("@confluentinc/schemaregistry");

async function main() {
  // Subjects go by topic name, as everywhere in Dateline. The client's own default asks the registry first which subject a
  // topic goes with, and Apicurio Registry 3.3.3 now and then logs its answer to that (404) and never sends it.
  const byTopic = { subjectNameStrategyType: SubjectNameStrategyType.TOPIC };
  const client = new SchemaRegistryClient({ baseURLs: [process.argv[2]] });
  const deserializer = new AvroDeserializer(client, SerdeType.VALUE, byTopic);
  const serializer = new AvroSerializer(client, SerdeType.VALUE, {
    ...byTopic,
    autoRegisterSchemas: false,
    useLatestVersion: true,
  });
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const answers = [];
  for (const { topic, hex } of JSON.parse(Buffer.concat(chunks).toString("utf8"))) {
    const value = await deserializer.deserialize(topic, Buffer.from(hex, "hex"));
    const bytes = await serializer.serialize(topic, value);
    answers.push({ topic, value, hex: bytes.toString("hex") });
  }
  process.stdout.write(JSON.stringify(answers));
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
