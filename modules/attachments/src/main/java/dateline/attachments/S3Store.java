package dateline.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket of any store that speaks S3: addressed by path, signed with version 4, no checksums that
 * only Amazon's own store knows. An object's key is the digest behind the prefix. S3 shows an
 * object whole or not at all.
 */
public final class S3Store implements AttachmentStore {

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final S3Client client;
  private final String bucket;
  private final String prefix;

  /** The bucket must exist. Nothing is asked of it yet. */
  public S3Store(S3Place place) {
    this.bucket = place.bucket();
    this.prefix = place.prefix();
    this.client =
        S3Client.builder()
            .endpointOverride(place.endpoint())
            .region(Region.of(place.region()))
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(place.key(), place.secret())))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(configuration -> configuration.chunkedEncodingEnabled(false))
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(5))
                    .socketTimeout(Duration.ofSeconds(30))
                    .build())
            .build();
  }

  /**
   * Where a bucket is and who asks.
   *
   * @param endpoint of the store: {@code https://s3.example.org}
   * @param prefix in front of each digest, ending in a slash, or empty
   * @param region {@code us-east-1} for stores that have none
   */
  public record S3Place(
      URI endpoint, String region, String bucket, String prefix, String key, String secret) {
    @Override
    public String toString() {
      return endpoint + "/" + bucket + "/" + prefix;
    }
  }

  @Override
  public void put(Sha256 digest, Path content) throws IOException {
    Sha256 found;
    try (InputStream in = Files.newInputStream(content)) {
      found = copied(in, OutputStream.nullOutputStream());
    }
    if (!found.equals(digest)) {
      throw new DamagedAttachmentException(digest, found);
    }
    if (isWhole(digest)) {
      return;
    }
    try {
      client.putObject(
          request -> request.bucket(bucket).key(key(digest)), RequestBody.fromFile(content));
    } catch (SdkException e) {
      throw failed("keep", digest, e);
    }
  }

  @Override
  public boolean holds(Sha256 digest) throws IOException {
    try {
      client.headObject(request -> request.bucket(bucket).key(key(digest)));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return false;
      }
      throw failed("look for", digest, e);
    } catch (SdkException e) {
      throw failed("look for", digest, e);
    }
  }

  @Override
  public Optional<InputStream> get(Sha256 digest) throws IOException {
    Path copy = Files.createTempFile("dateline-attachment", "");
    boolean handedOut = false;
    try {
      Optional<Sha256> found = fetched(digest, copy);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      if (!found.get().equals(digest)) {
        throw new DamagedAttachmentException(digest, found.get());
      }
      InputStream bytes = Files.newInputStream(copy, StandardOpenOption.DELETE_ON_CLOSE);
      handedOut = true;
      return Optional.of(bytes);
    } finally {
      if (!handedOut) {
        Files.deleteIfExists(copy);
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /** If this cannot be found out, keeping it once more will tell why. */
  private boolean isWhole(Sha256 digest) {
    try (InputStream bytes = get(digest).orElseGet(InputStream::nullInputStream)) {
      return bytes.read() >= 0;
    } catch (IOException _) {
      return false;
    }
  }

  private Optional<Sha256> fetched(Sha256 digest, Path to) throws IOException {
    try (ResponseInputStream<GetObjectResponse> in =
            client.getObject(request -> request.bucket(bucket).key(key(digest)));
        OutputStream out = Files.newOutputStream(to)) {
      return Optional.of(copied(in, out));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND && !isWithoutBucket(e)) {
        return Optional.empty();
      }
      throw failed("fetch", digest, e);
    } catch (SdkException e) {
      throw failed("fetch", digest, e);
    }
  }

  private static Sha256 copied(InputStream from, OutputStream to) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (DigestInputStream in = new DigestInputStream(from, digest)) {
      in.transferTo(to);
    }
    return Sha256.of(digest);
  }

  private IOException failed(String what, Sha256 digest, SdkException why) {
    boolean forbidden = why instanceof S3Exception said && said.statusCode() == FORBIDDEN;
    return new IOException(
        "The bucket %s could not %s the attachment %s: %s%s"
            .formatted(
                bucket,
                what,
                digest,
                why.getMessage(),
                forbidden
                    ? "; look at DATELINE_ATTACHMENTS_KEY, DATELINE_ATTACHMENTS_SECRET and the bucket's rules"
                    : ""),
        why);
  }

  private String key(Sha256 digest) {
    return prefix + digest.hex();
  }

  private static boolean isWithoutBucket(S3Exception e) {
    return e.awsErrorDetails() != null && "NoSuchBucket".equals(e.awsErrorDetails().errorCode());
  }
}
