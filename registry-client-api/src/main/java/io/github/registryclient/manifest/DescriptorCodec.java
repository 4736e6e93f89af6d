package io.github.registryclient.manifest;

import io.github.registryclient.name.Digest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads descriptors and platforms. */
final class DescriptorCodec {
    private DescriptorCodec() {}

    static Optional<Descriptor> optional(Fields parent, String name) {
        return parent.object(name).map(DescriptorCodec::read);
    }

    static List<Descriptor> list(Fields parent, String name) {
        return parent.objects(name).stream().map(DescriptorCodec::read).collect(Collectors.toUnmodifiableList());
    }

    private static Descriptor read(Fields fields) {
        String mediaType = fields.text("mediaType").orElse("");
        if (mediaType.isEmpty()) {
            throw fields.malformed("a descriptor without mediaType");
        }
        long size = fields.number("size", -1);
        if (size < 0) {
            throw fields.malformed("a descriptor without size, or with a negative one");
        }
        return Descriptor.builder()
                .mediaType(mediaType)
                .digest(digest(fields, "digest"))
                .size(size)
                .platform(fields.object("platform").map(DescriptorCodec::platform))
                .artifactType(fields.text("artifactType"))
                .annotations(fields.textMap("annotations"))
                .urls(fields.texts("urls"))
                .build();
    }

    static Digest digest(Fields fields, String name) {
        return fields.text(name)
                .flatMap(Digest::parse)
                .orElseThrow(() -> fields.malformed("\"" + name + "\" is missing or no digest"));
    }

    static Platform platform(Fields fields) {
        return Platform.builder()
                .os(fields.text("os").orElse(""))
                .architecture(fields.text("architecture").orElse(""))
                .variant(fields.text("variant"))
                .osVersion(fields.text("os.version"))
                .osFeatures(fields.texts("os.features"))
                .build();
    }
}
