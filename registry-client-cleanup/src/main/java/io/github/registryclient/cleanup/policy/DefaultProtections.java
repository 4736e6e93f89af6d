package io.github.registryclient.cleanup.policy;

/** Tags that people rely on without saying so. */
final class DefaultProtections {
    static final String NAME = "default protections";

    private DefaultProtections() {}

    static Rule rule() {
        return Rule.keep(NAME)
                .tags(NameFilter.builder()
                        .include("latest", "regex:v?[0-9]+\\.[0-9]+\\.[0-9]+")
                        .build())
                .build();
    }
}
