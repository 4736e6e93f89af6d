package io.github.registryclient.http.listing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.registryclient.Listing;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A subject, where its referrers are, and indexes of them as a registry sends them. */
final class PlayedReferrers {
    static final RepositoryName APP = RepositoryName.of("app");
    static final Digest SUBJECT = Digest.of("sha256:3fc9b689459d738f8c88a3a48aa9e33542016b7a4052e001aaa536fca74813cb");
    static final String REFERRERS = "/v2/app/referrers/" + SUBJECT;
    static final String FALLBACK =
            "/v2/app/manifests/sha256-3fc9b689459d738f8c88a3a48aa9e33542016b7a4052e001aaa536fca74813cb";
    static final String SIGNATURE = "application/x-sig+json";
    static final String SBOM = "application/x-sbom";

    private static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";

    private PlayedReferrers() {}

    /** An index with one entry of each artifact type. */
    static ResponseDefinitionBuilder index(String... artifactTypes) {
        String entries = IntStream.range(0, artifactTypes.length)
                .mapToObj(place -> entry(artifactTypes[place], place))
                .collect(Collectors.joining(","));
        return aResponse()
                .withHeader("Content-Type", OCI_INDEX + "; charset=utf-8")
                .withBody("{\"schemaVersion\":2,\"mediaType\":\"" + OCI_INDEX + "\",\"manifests\":[" + entries + "]}");
    }

    static List<String> types(Listing<Descriptor> referrers) {
        return referrers.stream()
                .map(referrer -> referrer.artifactType().orElse("none"))
                .collect(Collectors.toUnmodifiableList());
    }

    /** Entries differ by type and place. */
    private static String entry(String artifactType, int place) {
        String digest = String.format("sha256:%064x", artifactType.hashCode() * 31L + place & 0xffff_ffffL);
        return "{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"size\":" + (100 + place)
                + ",\"digest\":\"" + digest + "\",\"artifactType\":\"" + artifactType + "\"}";
    }
}
