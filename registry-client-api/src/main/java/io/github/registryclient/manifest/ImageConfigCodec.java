package io.github.registryclient.manifest;

import io.github.registryclient.name.Digest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the bytes of an image configuration. */
final class ImageConfigCodec {
    /** RFC 3339's grammar, which is narrower than what {@link OffsetDateTime} reads; of a fraction nine digits count. */
    private static final Pattern RFC_3339 = Pattern.compile(
            "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?)[0-9]*(Z|[+-][0-9]{2}:[0-9]{2})",
            Pattern.CASE_INSENSITIVE);

    private ImageConfigCodec() {}

    static ImageConfig read(byte[] bytes) {
        Fields document = new Fields(Json.readObject("the image configuration", bytes), "config");
        Optional<Fields> runtime = document.object("config");
        Optional<String> created = document.text("created");
        return ImmutableImageConfig.builder()
                .createdText(created)
                .created(created.flatMap(ImageConfigCodec::instant))
                .platform(DescriptorCodec.platform(document))
                .labels(runtime.map(config -> config.textMap("Labels")).orElse(Map.of()))
                .environment(runtime.map(config -> config.texts("Env")).orElse(List.of()))
                .diffIds(diffIds(document))
                .digest(Digest.sha256(bytes))
                .raw(bytes.clone())
                .build();
    }

    private static List<Digest> diffIds(Fields document) {
        List<String> ids = document.object("rootfs")
                .map(rootfs -> rootfs.texts("diff_ids"))
                .orElse(List.of());
        return ids.stream()
                .map(id -> Digest.parse(id).orElseThrow(() -> document.malformed("rootfs.diff_ids holds no digest")))
                .collect(Collectors.toUnmodifiableList());
    }

    private static Optional<Instant> instant(String text) {
        Matcher parts = RFC_3339.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    OffsetDateTime.parse(parts.group(1) + parts.group(2)).toInstant());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
