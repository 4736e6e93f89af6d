package io.github.registryclient.manifest;

import io.github.registryclient.name.Digest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the bytes of an image configuration. */
final class ImageConfigCodec {
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
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notRfc3339) {
            return Optional.empty();
        }
    }
}
