extension PolicyStart {
  /// What services and git run over the policies; examples/ci has the same files.
  static let integration = [
    File(
      ".github/workflows/policies.yml",
      """
      # Checks, formats, lints and tests the policies of this repository, and tries mistakes on the tests.
      name: Policies

      on:
        push:
          branches: [main]
        pull_request:

      permissions:
        contents: read
        # What `pledge lint` finds is uploaded and shown beside the lines.
        security-events: write

      env:
        # From where the tool is built: put in the repository that you take it from, and a version of it.
        PLEDGE_REPOSITORY: your-organisation/pledge
        PLEDGE_REF: main

      jobs:
        policies:
          runs-on: ubuntu-24.04
          steps:
            - uses: actions/checkout@v4

            - name: Fetch the tool
              uses: actions/checkout@v4
              with:
                repository: ${{ env.PLEDGE_REPOSITORY }}
                ref: ${{ env.PLEDGE_REF }}
                path: .pledge

            - name: Take the tool from the last run
              id: tool
              uses: actions/cache@v4
              with:
                path: ~/.local/bin/pledge
                key: pledge-${{ runner.os }}-${{ hashFiles('.pledge/Package.swift', '.pledge/Sources/**') }}

            - name: Build the tool
              if: steps.tool.outputs.cache-hit != 'true'
              run: make -C .pledge install PREFIX="$HOME/.local"

            - name: Put the tool on the path
              run: echo "$HOME/.local/bin" >> "$GITHUB_PATH"

            - name: Check
              run: pledge check -f github .

            - name: Format
              run: pledge fmt --check --diff .

            - name: Lint
              id: lint
              run: pledge lint --strict -f sarif . > lint.sarif

            - name: Show what lint found
              if: always() && (steps.lint.outcome == 'success' || steps.lint.outcome == 'failure')
              uses: github/codeql-action/upload-sarif@v3
              with:
                sarif_file: lint.sarif
                category: pledge-lint

            - name: Test
              id: test
              if: always() && (steps.lint.outcome == 'success' || steps.lint.outcome == 'failure')
              run: pledge test -f junit . > tests.xml

            - name: Keep the report of the tests
              if: always() && (steps.test.outcome == 'success' || steps.test.outcome == 'failure')
              uses: actions/upload-artifact@v4
              with:
                name: policy-tests
                path: tests.xml

            - name: Coverage
              if: always() && (steps.test.outcome == 'success' || steps.test.outcome == 'failure')
              run: pledge test --coverage .

            - name: Mistakes
              run: pledge mutate .

      """),
    File(
      ".gitlab-ci.yml",
      """
      # Checks, formats, lints and tests the policies of this repository, and tries mistakes on the tests.
      variables:
        # From where the tool is built: put in the repository that you take it from, and a version of it.
        # The tool is built again when the version is named otherwise.
        PLEDGE_REPOSITORY: https://gitlab.example.com/your-organisation/pledge.git
        PLEDGE_REF: main

      policies:
        image: swift:6.1
        cache:
          key: pledge-$PLEDGE_REF
          paths:
            - .pledge/bin
        before_script:
          - |
            if [ ! -x .pledge/bin/pledge ]; then
              apt-get update -qq && apt-get install -y -qq make
              git clone --depth 1 --branch "$PLEDGE_REF" "$PLEDGE_REPOSITORY" /tmp/pledge
              make -C /tmp/pledge install PREFIX="$CI_PROJECT_DIR/.pledge"
            fi
          - export PATH="$CI_PROJECT_DIR/.pledge/bin:$PATH"
        script:
          - pledge check .
          - pledge fmt --check --diff .
          - pledge test -f junit . > tests.xml
          - pledge lint --strict .
          - pledge test --coverage .
          - pledge mutate .
        artifacts:
          when: always
          reports:
            junit: tests.xml

      """),
    File(
      ".githooks/pre-commit",
      """
      #!/bin/sh
      # Looks at the policies as they are about to be committed, whatever else lies in the folder.
      # To switch it on:
      #   git config core.hooksPath .githooks
      set -eu

      [ -n "$(git ls-files '*.pledge')" ] || exit 0

      staged=$(mktemp -d)
      trap 'rm -rf "$staged"' EXIT
      git checkout-index --all --prefix="$staged/"
      cd "$staged"

      pledge check .
      pledge fmt --check .
      pledge lint .
      pledge test .

      """, isProgram: true),
  ]
}
