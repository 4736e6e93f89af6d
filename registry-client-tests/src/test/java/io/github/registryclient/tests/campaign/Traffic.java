package io.github.registryclient.tests.campaign;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.fault.FaultKind;
import io.github.registryclient.testkit.fault.ProxiedRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What went through the proxy: what misled the client, and what the client must not have sent. */
final class Traffic {
    private static final Pattern MANIFEST = Pattern.compile("/v2/(.+)/manifests/([^/]+)");
    private static final Pattern UPLOAD = Pattern.compile("/v2/(.+)/blobs/uploads/.*");
    private static final int OK = 200;
    private static final int CREATED = 201;

    /** The registry has surely not done it, and the client can see that: sent again it is not sent twice. */
    private static final Set<FaultKind> SURELY_REFUSED =
            EnumSet.of(FaultKind.UNAUTHORIZED, FaultKind.FORBIDDEN, FaultKind.TOO_MANY_REQUESTS, FaultKind.UNAVAILABLE);

    private static final Set<Integer> REFUSED = Set.of(401, 403, 429, 503);

    private final List<ProxiedRequest> requests;

    Traffic(List<ProxiedRequest> requests) {
        this.requests = requests;
    }

    /** Whether an answer at this path was one that the best client may believe. */
    boolean misled(String path) {
        return requests.stream()
                .filter(one -> one.fault().map(FaultKind::mayMislead).orElse(false))
                .anyMatch(one -> one.request().path().equals(path));
    }

    /** Whether a request at this path lost its credentials. */
    boolean lostCredentials(String path) {
        return requests.stream()
                .filter(one -> one.fault().equals(Optional.of(FaultKind.CREDENTIALS_LOST)))
                .anyMatch(one -> one.request().path().equals(path));
    }

    void judge(Map<RepositoryName, History> histories, Map<RepositoryName, Integer> uploads, Findings findings) {
        for (ProxiedRequest one : sent("DELETE")) {
            Matcher matcher = MANIFEST.matcher(one.request().path());
            if (UPLOAD.matcher(one.request().path()).matches()) {
                continue; // gives an upload up
            }
            History history = matcher.matches() ? histories.get(RepositoryName.of(matcher.group(1))) : null;
            if (history == null || !isAsked(history, matcher.group(2))) {
                findings.add("nobody asked for " + one);
            }
        }
        histories
                .values()
                .forEach(history -> history.askedTags().forEach(tag -> judge(history.repository(), tag, findings)));
        histories
                .values()
                .forEach(history ->
                        history.askedDigests().forEach(digest -> judge(history.repository(), digest, findings)));
        uploads.forEach((repository, asked) -> {
            long stored = sent("POST", "PUT").stream()
                    .filter(one -> one.request().path().startsWith("/v2/" + repository + "/blobs/uploads/"))
                    .filter(one -> one.registryStatus().orElse(0) == CREATED)
                    .count();
            findings.check(stored <= asked, stored + " uploads to " + repository + ", asked for were " + asked);
        });
    }

    /**
     * Whether a DELETE of a tag was sent and done after a look had seen what somebody pushed since the call's first look. Only where
     * requests came one after the other.
     */
    boolean deletedASeenPush(History history, Tag tag) {
        List<Integer> pushes = history.contestedPushes(tag);
        if (pushes.isEmpty()) {
            return false;
        }
        String path = "/v2/" + history.repository() + "/manifests/" + tag;
        OptionalInt firstLook =
                looks(path, history.askedAfter(tag), requests.size()).findFirst();
        return pushes.stream()
                .filter(pushed -> firstLook.isPresent() && firstLook.getAsInt() < pushed)
                .anyMatch(pushed -> IntStream.range(pushed, requests.size())
                        .filter(i -> isForwarded(i, path, "DELETE"))
                        .anyMatch(i -> looks(path, pushed, i).findFirst().isPresent()));
    }

    private IntStream looks(String path, int from, int to) {
        return IntStream.range(from, to)
                .filter(i -> isForwarded(i, path, "HEAD") || isForwarded(i, path, "GET"))
                .filter(i -> requests.get(i).registryStatus().orElse(0) == OK); // Nexus has no HEAD
    }

    private boolean isForwarded(int index, String path, String method) {
        ProxiedRequest one = requests.get(index);
        return one.isForwarded()
                && one.request().method().equals(method)
                && one.request().path().equals(path)
                && !REFUSED.contains(one.registryStatus().orElse(0));
    }

    private static boolean isAsked(History history, String reference) {
        return reference.contains(":")
                ? history.askedDigests().contains(Digest.of(reference))
                : history.askedTags().contains(Tag.of(reference));
    }

    /** A tag can be pushed anew meanwhile: a DELETE of it is not sent again once it may have been done. */
    private void judge(RepositoryName repository, Tag tag, Findings findings) {
        boolean maybeDone = false;
        for (ProxiedRequest one : sent("DELETE")) {
            if (one.request().path().equals("/v2/" + repository + "/manifests/" + tag)) {
                findings.check(!maybeDone, "sent again though it may have been done: " + one);
                maybeDone |= !isRefused(one);
            }
        }
    }

    /** Where a deletion by digest may have been done, it is looked at before it is sent again. */
    private void judge(RepositoryName repository, Digest digest, Findings findings) {
        boolean mustLook = false;
        for (ProxiedRequest one : requests) {
            if (one.request().path().equals("/v2/" + repository + "/manifests/" + digest)) {
                boolean isDeletion = one.request().method().equals("DELETE");
                findings.check(!(isDeletion && mustLook), "sent again without a look: " + one);
                mustLook = isDeletion && !isRefused(one);
            }
        }
    }

    private static boolean isRefused(ProxiedRequest one) {
        if (one.fault().filter(kind -> !kind.reachesRegistry()).isPresent()) {
            return SURELY_REFUSED.contains(one.fault().get());
        }
        boolean shown = one.fault().isEmpty()
                || one.fault().get() == FaultKind.THROTTLED
                || one.fault().get() == FaultKind.CREDENTIALS_LOST
                || one.fault().get() == FaultKind.CONNECTION_DROPPED
                || one.registryStatus().orElse(0) == one.request().status().orElse(-1);
        return shown && REFUSED.contains(one.registryStatus().orElse(0));
    }

    private List<ProxiedRequest> sent(String... methods) {
        Predicate<ProxiedRequest> wanted =
                one -> List.of(methods).contains(one.request().method());
        return requests.stream().filter(wanted).collect(Collectors.toList());
    }
}
