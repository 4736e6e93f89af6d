package io.github.registryclient.tests.campaign;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.ResolvedTags;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;

/** What a careful clean-up does in one repository: lists, resolves, deletes, and lists again. Used by one thread. */
final class RepositoryWork {
    private static final String ABSENT = "sha256:" + "ab".repeat(32);

    private final RegistryClient client;
    private final History history;
    private final RepositoryName repository;
    private final Target target;
    private final Random random;
    private final Calls calls;
    private final Queue<Claim> claims;
    private final boolean contested;
    private int uploads;

    RepositoryWork(
            RegistryClient client, History history, Target target, Mixture mixture, Calls calls, Queue<Claim> claims) {
        this.client = client;
        this.history = history;
        this.repository = history.repository();
        this.target = target;
        this.random = new Random(mixture.seed() ^ repository.hashCode());
        this.contested = mixture.isContested();
        this.calls = calls;
        this.claims = claims;
    }

    /** How many blobs it wanted to upload. */
    int uploads() {
        return uploads;
    }

    void run() {
        list();
        List<Tag> tags = shuffled(history.before().tags().keySet());
        resolveAll(tags);
        tags.stream().limit(2).forEach(this::resolve);
        List<Digest> digests = shuffled(history.before().manifests());
        int deletions = random.nextInt(4);
        for (int i = 0; i < Math.min(deletions, digests.size()); i++) {
            delete(digests.get(i));
        }
        if (random.nextInt(3) == 0) {
            notToBeDeleted();
        }
        if ((contested || random.nextInt(3) == 0) && !tags.isEmpty()) {
            untag(tags.get(0));
        }
        if (random.nextInt(5) == 0) {
            upload();
        }
        list();
    }

    private <T> List<T> shuffled(Set<T> all) {
        List<T> list = new ArrayList<>(all);
        list.sort((one, other) -> one.toString().compareTo(other.toString()));
        Collections.shuffle(list, random);
        return list;
    }

    private String manifestPath(Object reference) {
        return "/v2/" + repository + "/manifests/" + reference;
    }

    private void list() {
        int from = history.now();
        Optional<List<Tag>> listed =
                calls.attempt("listTags", () -> client.listTags(repository).toList());
        Set<Tag> surely = history.surelyThere(from);
        Set<Tag> ever = history.everTagged();
        listed.ifPresent(tags -> claims.add(new Claim(
                "/v2/" + repository + "/tags/list",
                "listed in " + repository + " were " + tags + ", surely there are " + surely + ", others of " + ever
                        + " may be",
                () -> tags.containsAll(surely) && ever.containsAll(tags))));
    }

    private void resolveAll(List<Tag> tags) {
        int from = history.now();
        Optional<ResolvedTags> resolved = calls.attempt("resolveTags", () -> client.resolveTags(repository, tags));
        int to = history.now();
        resolved.ifPresent(all -> {
            all.digests().forEach((tag, digest) -> claim(tag, digest, from, to));
            all.dangling()
                    .forEach(tag -> claims.add(new Claim(
                            manifestPath(tag),
                            "said to lead nowhere is " + repository + ":" + tag,
                            () -> !history.surelyThere(from).contains(tag))));
            Set<Tag> answered = new HashSet<>(all.digests().keySet());
            answered.addAll(all.dangling());
            claims.add(new Claim(
                    "", "of " + tags + " resolved were only " + answered, () -> answered.equals(new HashSet<>(tags))));
        });
    }

    private void resolve(Tag tag) {
        int from = history.now();
        Optional<Manifest> manifest = random.nextBoolean()
                ? calls.attempt("getManifest", () -> client.getManifest(repository, tag))
                : Optional.empty();
        manifest.ifPresent(read -> claims.add(new Claim(
                "",
                "bytes of " + repository + ":" + tag + " are not those of " + read.digest(),
                () -> sha256(read.bytes()).equals(read.digest()))));
        Optional<Digest> digest = manifest.isPresent()
                ? manifest.map(Manifest::digest)
                : calls.attempt("getManifestDigest", () -> client.getManifestDigest(repository, tag));
        int to = history.now();
        digest.ifPresent(found -> claim(tag, found, from, to));
    }

    private void claim(Tag tag, Digest digest, int from, int to) {
        Set<Digest> possible = history.pointed(tag, from, to);
        claims.add(new Claim(
                manifestPath(tag),
                repository + ":" + tag + " was said to be " + digest + ", it was one of " + possible,
                () -> possible.contains(digest)));
    }

    private void delete(Digest digest) {
        boolean read = random.nextInt(4) == 0;
        Optional<Manifest> manifest =
                read ? calls.attempt("getManifest", () -> client.getManifest(repository, digest)) : Optional.empty();
        history.ask(digest);
        Optional<DeleteResult> result = calls.attempt(
                "deleteManifest",
                () -> manifest.isPresent()
                        ? client.deleteManifest(repository, manifest.get())
                        : client.deleteManifest(repository, digest));
        result // whatever it says of tags
                .ifPresent(gone -> claims.add(new Claim(
                manifestPath(digest),
                gone + " was said of " + repository + "@" + digest + ", which is there",
                () -> target.deletesLater() || !target.shows(repository, digest))));
    }

    private static boolean isGone(DeleteResult result) {
        return result.outcome() == Outcome.DELETED || result.outcome() == Outcome.ALREADY_GONE;
    }

    /** A blob and something that is not there: no DELETE may be sent, which is judged by the traffic. */
    private void notToBeDeleted() {
        shuffled(history.before().blobs()).stream()
                .filter(blob -> !history.before().manifests().contains(blob))
                .limit(1)
                .forEach(blob ->
                        calls.attempt("deleteManifest of a blob", () -> client.deleteManifest(repository, blob)));
        calls.attempt("deleteManifest of nothing", () -> client.deleteManifest(repository, Digest.of(ABSENT)));
    }

    private void untag(Tag tag) {
        history.ask(tag);
        Optional<DeleteResult> result = calls.attempt("deleteTag", () -> client.deleteTag(repository, tag));
        result.filter(RepositoryWork::isGone)
                .ifPresent(gone -> claims.add(new Claim(
                        manifestPath(tag),
                        gone + " was said of " + repository + ":" + tag + ", which is there",
                        () -> target.deletesLater()
                                || !history.contestedPushes(tag).isEmpty()
                                || !target.contents(repository).tags().containsKey(tag))));
    }

    private void upload() {
        byte[] content = ("uploaded by seed " + random.nextLong()).getBytes(StandardCharsets.UTF_8);
        uploads++;
        Optional<Digest> uploaded = calls.attempt("uploadBlob", () -> client.uploadBlob(repository, content));
        uploaded.ifPresent(digest -> claims.add(new Claim(
                "/v2/" + repository + "/blobs/" + digest,
                "said to be stored in " + repository + " is " + digest + ", which is not there",
                () -> target.stores(repository, digest))));
    }

    static Digest sha256(byte[] bytes) {
        try {
            StringBuilder hex = new StringBuilder("sha256:");
            for (byte b : MessageDigest.getInstance("SHA-256").digest(bytes)) {
                hex.append(String.format("%02x", b));
            }
            return Digest.of(hex.toString());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
