# shellcheck shell=bash
# Stages with wall times and a summary; sourced by .ci/run.

stage_lines=()
failed_stages=()
stages_failed=0
readonly shown_errors=12

# Runs a command as a stage of its own; a failure is remembered and does not end the run.
stage() { # NAME COMMAND...
    local name=$1 start=$SECONDS status verdict=ok log
    shift
    log=$(mktemp)
    printf '\n=== %s\n' "$name"
    set +e
    (
        set -e
        "$@"
    ) > >(tee "$log") 2>&1 # no pipe: a process that was left behind would hold it open
    status=$?
    set -e
    if ((status != 0)); then
        verdict="FAILED ($status)"
        stages_failed=1
        failed_stages+=("$name" "$log")
    else
        rm "$log"
    fi
    stage_lines+=("$(printf '%4d s  %-28s %s' $((SECONDS - start)) "$name" "$verdict")")
    printf '=== %s\n' "${stage_lines[-1]}"
}

# The first errors of each log, or its end: whoever reads only the summary wants to know.
show_errors() { # [NAME LOG]...
    while (($# > 0)); do
        printf '%s:\n' "$1"
        grep -m "$shown_errors" -F '[ERROR]' "$2" || tail -n "$shown_errors" "$2"
        rm "$2"
        shift 2
    done
}

# Prints what a command has to say, and all stages, and ends the run, successfully if all and the command were.
finish() { # COMMAND...
    printf '\n=== Summary\n'
    show_errors "${failed_stages[@]}"
    "$@" || stages_failed=1
    printf '%s\n' "${stage_lines[@]}"
    printf '%4d s  in all\n' "$SECONDS"
    exit "$stages_failed"
}
