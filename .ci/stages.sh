# shellcheck shell=bash
# Stages with wall times and a summary; sourced by .ci/run.

stage_lines=()
stages_failed=0

# Runs a command as a stage of its own; a failure is remembered and does not end the run.
stage() { # NAME COMMAND...
    local name=$1 start=$SECONDS status verdict=ok
    shift
    printf '\n=== %s\n' "$name"
    set +e
    (
        set -e
        "$@"
    )
    status=$?
    set -e
    if ((status != 0)); then
        verdict="FAILED ($status)"
        stages_failed=1
    fi
    stage_lines+=("$(printf '%4d s  %-28s %s' $((SECONDS - start)) "$name" "$verdict")")
    printf '=== %s\n' "${stage_lines[-1]}"
}

# Prints what a command has to say, and all stages, and ends the run, successfully if all and the command were.
finish() { # COMMAND...
    printf '\n=== Summary\n'
    "$@" || stages_failed=1
    printf '%s\n' "${stage_lines[@]}"
    printf '%4d s  in all\n' "$SECONDS"
    exit "$stages_failed"
}
