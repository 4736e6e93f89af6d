package io.github.registryclient.testkit;

import io.github.registryclient.testkit.manner.CatalogManner;
import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.manner.Manner;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.manner.ReferrersManner;
import io.github.registryclient.testkit.manner.UploadManner;
import io.github.registryclient.testkit.registry.Resource;
import io.github.registryclient.testkit.registry.Settings;
import io.github.registryclient.testkit.registry.switches.Redirects;
import io.github.registryclient.testkit.registry.switches.Switch;
import io.github.registryclient.testkit.registry.switches.Switches;
import io.github.registryclient.testkit.registry.switches.Warnings;
import io.github.registryclient.testkit.tls.ServerTls;
import io.github.registryclient.testkit.tokenserver.TokenServer;
import io.github.registryclient.testkit.traffic.Script;
import io.github.registryclient.testkit.traffic.wire.Play;
import io.github.registryclient.testkit.traffic.wire.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Starts an {@link EmbeddedRegistry} that is not like all others. Used by one thread. */
public final class EmbeddedRegistryBuilder {
    private static final int REQUESTS_KEPT = 100_000;

    private final StoreSetup setup = new StoreSetup();
    private final EntranceSetup entrance = new EntranceSetup();
    private Settings settings = Settings.defaults();
    private final Switches switches = new Switches();
    private Redirects redirects = Redirects.none();
    private final Warnings warnings = new Warnings();
    private Manners server = Manners.of("embedded registry");
    private final Set<Manner> added = new LinkedHashSet<>();
    private int requestsKept = REQUESTS_KEPT;
    private Consumer<Script> script = nothing -> {};

    EmbeddedRegistryBuilder() {}

    /**
     * Keeps everything in a folder, and has what an earlier registry left there. One registry at a time, of this process or
     * others: the folder is locked until the registry is closed or its process ends.
     *
     * @param path made if missing, and never deleted
     * @return this
     */
    public EmbeddedRegistryBuilder folder(Path path) {
        setup.folder(Objects.requireNonNull(path, "path"));
        return this;
    }

    /**
     * Serves repositories and tags that nobody pushed.
     *
     * @param content what; nothing unless set
     * @return this
     */
    public EmbeddedRegistryBuilder synthetic(SyntheticContent content) {
        setup.synthetic(Objects.requireNonNull(content, "content"));
        return this;
    }

    /**
     * Gives up uploads that nobody finished some time after they began, also those that an earlier registry left in the folder.
     * They go when the registry starts, when an upload begins or goes on, and when garbage is collected.
     *
     * @param age more than nothing; 7 days unless set, as in distribution
     * @return this
     * @throws IllegalArgumentException if it is nothing or less
     */
    public EmbeddedRegistryBuilder uploadExpiry(Duration age) {
        if (age.isZero() || age.isNegative()) {
            throw new IllegalArgumentException("no upload could be finished within " + age);
        }
        setup.uploadExpiry(age);
        return this;
    }

    /**
     * Tells the time by another clock, in the date of its answers too.
     *
     * @param clock the system's unless set
     * @return this
     */
    public EmbeddedRegistryBuilder clock(Clock clock) {
        setup.clock(Objects.requireNonNull(clock, "clock"));
        return this;
    }

    /**
     * Takes manifests although blobs or manifests that they need are missing. Unless set they are refused with
     * {@code MANIFEST_BLOB_UNKNOWN}. This is for what one test wants to store; {@link UploadManner#BLOBS_ARE_NOT_CHECKED} plays a
     * server, which still wants the children of an index.
     *
     * @return this
     */
    public EmbeddedRegistryBuilder acceptMissingContent() {
        settings = settings.withContentRequired(false);
        return this;
    }

    /**
     * Refuses longer manifests with 413, and lists referrers in pages that are not longer.
     *
     * @param bytes 1 or more; 4 MiB unless set
     * @return this
     * @throws IllegalArgumentException if it is less
     */
    public EmbeddedRegistryBuilder manifestLimit(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("a manifest has 1 byte or more, so no limit is " + bytes);
        }
        settings = settings.withManifestLimit(bytes);
        return this;
    }

    /**
     * Lists referrers in pages.
     *
     * @param count the most of a page, 1 or more; without limit unless set
     * @return this
     * @throws IllegalArgumentException if it is less
     */
    public EmbeddedRegistryBuilder referrersPerPage(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a page has 1 referrer or more, not " + count);
        }
        settings = settings.withReferrersPerPage(count);
        return this;
    }

    /**
     * Behaves as a known server does, instead of as the specification says. What {@link #manner} adds comes on top, whichever is
     * called first.
     *
     * @param known its manners, in the place of those of another server that were set before
     * @return this
     */
    public EmbeddedRegistryBuilder manners(Manners known) {
        server = Objects.requireNonNull(known, "known");
        return this;
    }

    /**
     * Adds one manner to those of {@link #manners}. May be called several times, before and after it. Where added manners change
     * the same answer as the server's, they have the last word, and of themselves the one that was added last.
     *
     * @param manner how to depart from the specification
     * @return this
     */
    public EmbeddedRegistryBuilder manner(Manner manner) {
        Objects.requireNonNull(manner, "manner");
        added.remove(manner);
        added.add(manner);
        return this;
    }

    /**
     * Keeps so many requests for {@link EmbeddedRegistry#requests}, the latest ones.
     *
     * @param count 0 or more; 100,000 unless set. Each takes some 200 bytes, and 1 KB where its headers are not those of the one
     *     before
     * @return this
     * @throws IllegalArgumentException if it is less
     */
    public EmbeddedRegistryBuilder requestsKept(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("0 requests or more can be kept, not " + count);
        }
        requestsKept = count;
        return this;
    }

    /**
     * Refuses to delete manifests, tags and blobs with 405 {@code UNSUPPORTED}, as distribution does unless deletion is
     * enabled. {@link EmbeddedRegistry#setDeletion} changes it later. This is an operator's setting;
     * {@link DeletionManner#UNSUPPORTED} plays a server on which nobody can ever delete so.
     *
     * @return this
     */
    public EmbeddedRegistryBuilder deletionOff() {
        switches.set(Switch.DELETION, false);
        return this;
    }

    /**
     * Refuses to delete tags with 400 {@code UNSUPPORTED}, as the specification allows; manifests can be deleted by digest. This
     * adds the refusal to whatever server is played; {@link DeletionManner#TAG_IS_UNSUPPORTED} and its neighbours are how known
     * servers refuse.
     *
     * @return this
     */
    public EmbeddedRegistryBuilder tagDeletionOff() {
        switches.set(Switch.TAG_DELETION, false);
        return this;
    }

    /**
     * Answers all writing with 405 in plain text, as distribution does under maintenance. {@link EmbeddedRegistry#setReadOnly}
     * changes it later.
     *
     * @return this
     */
    public EmbeddedRegistryBuilder readOnly() {
        switches.set(Switch.WRITING, false);
        return this;
    }

    /**
     * Has no referrers API: 404 in plain text. This takes it from whatever server is played; {@link ReferrersManner#ABSENT}, which
     * answers alike, stands in the list of a server that has none, and its neighbours refuse in other ways.
     *
     * @return this
     */
    public EmbeddedRegistryBuilder noReferrersApi() {
        switches.set(Switch.REFERRERS, false);
        return this;
    }

    /**
     * Lists no repositories: 404 in plain text. This takes the list from whatever server is played; {@link CatalogManner#ABSENT},
     * which answers alike, stands in the list of a server that has none, and its neighbours refuse in other ways.
     *
     * @return this
     */
    public EmbeddedRegistryBuilder noCatalog() {
        switches.set(Switch.CATALOG, false);
        return this;
    }

    /**
     * Warns of something with every answer, as {@code Warning: 299 - "text"}, be it a success or a refusal; answers that a script
     * gives say only what it says. May be called several times. {@link EmbeddedRegistry#warn} adds warnings later. Source: OCI
     * distribution spec 1.1, "Warnings".
     *
     * @param text in ISO 8859-1 without control characters; quotes and backslashes are escaped
     * @return this
     * @throws IllegalArgumentException if it is empty or cannot be sent, or if all warnings would take more than 4096 bytes
     */
    public EmbeddedRegistryBuilder warning(String text) {
        warnings.add(text);
        return this;
    }

    /**
     * Gives it a script before the first request can come. May be called several times.
     *
     * <p>A script that is {@link Script#strict} from the start also refuses what fills the registry. Where a test pushes first,
     * it says {@link EmbeddedRegistry#clearRequests} and {@code script().strict()} after that.
     *
     * @param lines adds them; called each time that a registry is started
     * @return this
     */
    public EmbeddedRegistryBuilder script(Consumer<? super Script> lines) {
        script = script.andThen(lines);
        return this;
    }

    /**
     * Redirects downloads of blobs that it has to another server, with 307, as distribution does where its storage can serve
     * them itself. The other server is asked for the same path: another embedded registry will do, and its log shows what
     * came along.
     *
     * @param origin such as {@code http://127.0.0.1:41231}
     * @return this
     */
    public EmbeddedRegistryBuilder redirectBlobs(URI origin) {
        redirects = redirects.with(Resource.BLOB, Objects.requireNonNull(origin, "origin"));
        return this;
    }

    /**
     * Redirects downloads of manifests that it has to another server, with 307, as Pulp does; see {@link #redirectBlobs}.
     *
     * @param origin such as {@code http://127.0.0.1:41231}
     * @return this
     */
    public EmbeddedRegistryBuilder redirectManifests(URI origin) {
        redirects = redirects.with(Resource.MANIFEST, Objects.requireNonNull(origin, "origin"));
        return this;
    }

    /**
     * Speaks TLS.
     *
     * @param serverTls the certificate to show, such as of {@code CertificateAuthority.serverTls()}
     * @return this
     */
    public EmbeddedRegistryBuilder tls(ServerTls serverTls) {
        entrance.tls(Objects.requireNonNull(serverTls, "serverTls"));
        return this;
    }

    /**
     * Lets in only users with their passwords, by Basic authentication, to do everything. May be called for several users.
     *
     * @param user a user
     * @param password the user's password
     * @return this
     * @throws IllegalArgumentException if the name is empty or holds a colon
     */
    public EmbeddedRegistryBuilder htpasswd(String user, String password) {
        entrance.user(user, password);
        return this;
    }

    /**
     * Lets in only those who have tokens of a server, to do what these say.
     *
     * @param tokens where the registry sends its clients; to be closed by the caller, after the registry
     * @return this
     */
    public EmbeddedRegistryBuilder tokenAuth(TokenServer tokens) {
        entrance.tokens(Objects.requireNonNull(tokens, "tokens"));
        return this;
    }

    private Manners manners() {
        Manners all = server;
        for (Manner manner : added) {
            all = all.with(manner, "asked for by the test");
        }
        return all;
    }

    /**
     * Starts it.
     *
     * @return a registry that answers, to be closed by the caller
     * @throws UncheckedIOException if the folder cannot be used, such as while another registry uses it: the message says which
     *     and what to do
     * @throws IllegalStateException if it has both users of its own and a token server
     */
    public EmbeddedRegistry start() {
        Play play = new Play();
        script.accept(play);
        Recorder recorder = new Recorder(requestsKept);
        Assembly assembly = new Assembly(
                settings,
                manners(),
                switches.copy(),
                redirects,
                warnings.copy(),
                recorder,
                play,
                entrance,
                setup.clock());
        try {
            return EmbeddedRegistry.start(setup.open(), assembly);
        } catch (IOException e) {
            throw new UncheckedIOException("the registry could not be started: " + e.getMessage(), e);
        }
    }
}
