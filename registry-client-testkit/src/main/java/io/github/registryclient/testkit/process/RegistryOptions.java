package io.github.registryclient.testkit.process;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a real registry is set. Immutable; each {@code with} method gives another value.
 *
 * <p>Distribution has all of it, zot only {@link #withHtpasswd} and {@link #withEnvironment}, crane only the latter: starting
 * with what a program does not have is an {@link UnsupportedOperationException}.
 */
public final class RegistryOptions {
    private static final RegistryOptions DEFAULTS =
            new RegistryOptions(true, false, false, null, null, Collections.emptyMap());

    private final boolean deletion;
    private final boolean readOnly;
    private final boolean blobDescriptorCache;
    private final @Nullable Path htpasswd;
    private final @Nullable String configuration;
    private final Map<String, String> environment;

    private RegistryOptions(
            boolean deletion,
            boolean readOnly,
            boolean blobDescriptorCache,
            @Nullable Path htpasswd,
            @Nullable String configuration,
            Map<String, String> environment) {
        this.deletion = deletion;
        this.readOnly = readOnly;
        this.blobDescriptorCache = blobDescriptorCache;
        this.htpasswd = htpasswd;
        this.configuration = configuration;
        this.environment = environment;
    }

    /**
     * Deletion on (unlike distribution's own default), writable, no cache, open to everybody.
     *
     * @return the defaults
     */
    public static RegistryOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Whether manifests can be deleted ({@code storage.delete.enabled}).
     *
     * @param enabled false for distribution's own default
     * @return the changed options
     */
    public RegistryOptions withDeletion(boolean enabled) {
        return new RegistryOptions(enabled, readOnly, blobDescriptorCache, htpasswd, configuration, environment);
    }

    /**
     * Whether nothing can be changed ({@code storage.maintenance.readonly}).
     *
     * @param enabled true for read-only
     * @return the changed options
     */
    public RegistryOptions withReadOnly(boolean enabled) {
        return new RegistryOptions(deletion, enabled, blobDescriptorCache, htpasswd, configuration, environment);
    }

    /**
     * Whether the registry remembers blobs in memory ({@code storage.cache.blobdescriptor: inmemory}), and then claims to have
     * what garbage collection took.
     *
     * @param enabled true for the cache
     * @return the changed options
     */
    public RegistryOptions withBlobDescriptorCache(boolean enabled) {
        return new RegistryOptions(deletion, readOnly, enabled, htpasswd, configuration, environment);
    }

    /**
     * Lets in only the users of a file.
     *
     * @param file user names and bcrypt hashes, as Apache's {@code htpasswd -B} writes them
     * @return the changed options
     */
    public RegistryOptions withHtpasswd(Path file) {
        return new RegistryOptions(deletion, readOnly, blobDescriptorCache, file, configuration, environment);
    }

    /**
     * Adds an environment variable, such as {@code REGISTRY_CATALOG_MAXENTRIES}; those of this JVM that begin with
     * {@code REGISTRY_} are not handed on. With {@code REGISTRY_HTTP_PREFIX} distribution answers below that path only.
     *
     * @param name the variable
     * @param value its value
     * @return the changed options
     */
    public RegistryOptions withEnvironment(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new RegistryOptions(
                deletion, readOnly, blobDescriptorCache, htpasswd, configuration, Collections.unmodifiableMap(more));
    }

    /**
     * Adds sections to distribution's configuration, in place of those added before.
     *
     * @param yaml top-level sections other than {@code version}, {@code log}, {@code storage}, {@code http}, and
     *     {@code auth} where {@link #withHtpasswd} is used
     * @return the changed options
     */
    public RegistryOptions withConfiguration(String yaml) {
        return new RegistryOptions(deletion, readOnly, blobDescriptorCache, htpasswd, yaml, environment);
    }

    boolean deletion() {
        return deletion;
    }

    boolean readOnly() {
        return readOnly;
    }

    boolean blobDescriptorCache() {
        return blobDescriptorCache;
    }

    Optional<Path> htpasswd() {
        return Optional.ofNullable(htpasswd);
    }

    Optional<String> configuration() {
        return Optional.ofNullable(configuration);
    }

    Map<String, String> environment() {
        return environment;
    }

    void refuseUnlessDefault(String program) {
        refuseUnlessDefaultBesideHtpasswd(program);
        if (htpasswd != null) {
            throw new UnsupportedOperationException(program + " has no htpasswd");
        }
    }

    void refuseUnlessDefaultBesideHtpasswd(String program) {
        if (!deletion || readOnly || blobDescriptorCache || configuration != null) {
            throw new UnsupportedOperationException(program
                    + " can neither switch deletion off nor be made read-only, and has no cache and no configuration of"
                    + " distribution's kind");
        }
    }
}
