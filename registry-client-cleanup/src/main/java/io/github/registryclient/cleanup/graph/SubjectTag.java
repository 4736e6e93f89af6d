package io.github.registryclient.cleanup.graph;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.registryclient.cleanup.policy.ManifestKind;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.Map;
import java.util.Optional;

/**
 * Tags whose form names a subject: cosign's {@code sha256-<hex>.sig}, {@code .att} and {@code .sbom}, and the fallback tag
 * {@code sha256-<hex>} under which a client lists referrers where the registry has no API for them.
 *
 * <p>Source: OCI distribution spec 1.1, "Referrers Tag Schema"; cosign, "Signature Specification".
 */
public final class SubjectTag {
    private static final Pattern FORM =
            Pattern.compile("(sha256-[0-9a-f]{64}|sha512-[0-9a-f]{128})(\\.(?:sig|att|sbom))?");
    private static final int SUFFIX = 2;
    private static final Map<String, ManifestKind> KINDS = Map.of(
            ".sig", ManifestKind.SIGNATURE,
            ".att", ManifestKind.ATTESTATION,
            ".sbom", ManifestKind.SBOM);

    private SubjectTag() {}

    /**
     * The subject that a tag's form names.
     *
     * @param tag any tag
     * @return empty if it is an ordinary tag
     */
    public static Optional<Digest> subject(Tag tag) {
        Matcher matcher = FORM.matcher(tag.toString());
        return matcher.matches() ? Optional.of(Digest.of(matcher.group(1).replace('-', ':'))) : Optional.empty();
    }

    /**
     * Whether it is a fallback tag, whose index lists referrers.
     *
     * @param tag any tag
     * @return true if so
     */
    public static boolean isFallback(Tag tag) {
        Matcher matcher = FORM.matcher(tag.toString());
        return matcher.matches() && matcher.group(SUFFIX) == null;
    }

    /**
     * What cosign's forms say that a tag is, whatever the types of its manifest.
     *
     * @param tag any tag
     * @return empty if it has none of these forms
     */
    public static Optional<ManifestKind> kind(Tag tag) {
        Matcher matcher = FORM.matcher(tag.toString());
        return matcher.matches() ? Optional.ofNullable(matcher.group(SUFFIX)).map(KINDS::get) : Optional.empty();
    }
}
