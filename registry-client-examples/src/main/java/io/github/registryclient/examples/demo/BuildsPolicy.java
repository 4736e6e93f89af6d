package io.github.registryclient.examples.demo;

import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.name.Tag;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The demo's policy: a build {@code 1.0.0-201806041925053} goes unless it is one of the newest of its repository. Everything
 * else stays, also what the policy does not understand.
 */
public final class BuildsPolicy {
    private static final Pattern RELEASE = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    /** Version and time: at least the minutes, at most the milliseconds. */
    private static final Pattern BUILD = Pattern.compile("\\d+\\.\\d+\\.\\d+-(20\\d{10,15})");

    private final int keep;

    /**
     * A policy.
     *
     * @param keep how many of the newest builds stay in each repository, 1 or more
     */
    public BuildsPolicy(int keep) {
        this.keep = keep;
    }

    /** The same for the clean-up module, whose default protections keep latest and releases. */
    Policy policy() {
        return Policy.builder()
                .addRules(Rule.delete("older than " + newestInWords())
                        .tags(NameFilter.builder().include("*-20*").build())
                        .beyondNewest(keep)
                        .build())
                .build();
    }

    /** A verdict for each tag of one repository, in the order given. */
    Map<Tag, Verdict> judge(Collection<Tag> tags) {
        Set<Tag> newest = newest(tags);
        Map<Tag, Verdict> verdicts = new LinkedHashMap<>();
        tags.forEach(tag -> verdicts.put(tag, judge(tag, newest)));
        return verdicts;
    }

    private Verdict judge(Tag tag, Set<Tag> newest) {
        String text = tag.toString();
        if (text.equals("latest")) {
            return Verdict.keep("latest");
        }
        if (RELEASE.matcher(text).matches()) {
            return Verdict.keep("a release");
        }
        if (!BUILD.matcher(text).matches()) {
            return Verdict.keep("no build's tag");
        }
        return newest.contains(tag)
                ? Verdict.keep("among " + newestInWords())
                : Verdict.delete("older than " + newestInWords());
    }

    private Set<Tag> newest(Collection<Tag> tags) {
        List<Tag> builds = tags.stream()
                .filter(tag -> BUILD.matcher(tag.toString()).matches())
                .sorted(Comparator.comparing(BuildsPolicy::time).reversed())
                .collect(Collectors.toList());
        return Set.copyOf(builds.subList(0, Math.min(keep, builds.size())));
    }

    /** Years first and most digits shared, so text sorts like time, whatever the precision. */
    private static String time(Tag build) {
        Matcher matcher = BUILD.matcher(build.toString());
        return matcher.matches() ? matcher.group(1) : "";
    }

    private String newestInWords() {
        return keep == 1 ? "the newest build" : "the newest " + Counts.of(keep, "build");
    }

    /** The policy in words. */
    @Override
    public String toString() {
        return "keep latest, releases (1.2.3), " + newestInWords() + " and whatever is no build";
    }
}
