# shellcheck shell=bash
# What the OCI's conformance tool said of the embedded registry; sourced by .ci/run. The tests on other Javas write over their
# reports, so those of JDK 17 are kept apart, where they stay after the run.

conformance_runs=(defaults everything sparse strict)
conformance_reports=registry-client-tests/target/conformance
conformance_kept=target/ci/conformance

# Before the tests, lest a report of an earlier run is taken for theirs.
forget_conformance() {
    rm -rf "$conformance_reports" "$conformance_kept"
}

# After the tests. Fails if something of a report was not written, unless there is no Go to build the tool with.
keep_conformance() {
    local name file missing=0
    if have go; then
        for name in "${conformance_runs[@]}"; do
            mkdir -p "$conformance_kept/$name"
            for file in junit.xml report.html results.yaml; do
                if [[ -s $conformance_reports/$name/$file ]]; then
                    cp "$conformance_reports/$name/$file" "$conformance_kept/$name/"
                else
                    printf 'the conformance tool left no %s\n' "$conformance_reports/$name/$file" >&2
                    missing=1
                fi
            done
        done
    fi
    conformance_summary
    return "$missing"
}

# Lines for the end of the run; fails if a report counts nothing.
conformance_summary() {
    local name counts status=0
    if ! have go; then
        echo "no Go on this machine, so no conformance tool and no reports of it"
        return
    fi
    printf 'conformance of the embedded registry, reports in %s:\n' "$conformance_kept"
    for name in "${conformance_runs[@]}"; do
        if ! counts=$(conformance_counts "$conformance_kept/$name/junit.xml"); then
            counts='no counts'
            status=1
        elif [[ $name == strict ]]; then
            counts+='  (has to fail, which shows that the tool can)'
        fi
        printf '  %-10s  %s\n' "$name" "$counts"
    done
    return "$status"
}

# Adds up as the tests of registry-client-tests do: an error is a failure, what is switched off is skipped.
conformance_counts() { # JUNIT_XML
    local suite tests
    suite=$(grep -m 1 -o '<testsuite [^>]*>' "$1" 2>/dev/null) || return 1
    tests=$(count tests "$suite")
    ((tests > 0)) || return 1
    printf '%4d tests, %d failures, %d skipped\n' "$tests" $(($(count failures "$suite") + $(count errors "$suite"))) \
        $(($(count skipped "$suite") + $(count disabled "$suite")))
}

count() { # ATTRIBUTE ELEMENT
    if [[ $2 =~ [[:space:]]$1=\"([0-9]+)\" ]]; then
        printf '%s\n' "${BASH_REMATCH[1]}"
    else
        echo 0
    fi
}
