# make demo     decide the shipped history of incidents
# make test     all tests
# make policies style, lint, coverage and mistakes of every policy here (PLEDGE=… for another binary)
# make fuzz     damaged texts through lexer, parser, checker and formatter, for FUZZ_SECONDS (600)
# make acceptance  whole histories against known results (minutes; needs Python 3.11)
# make schemas  what is written for other tools against its schemas (minutes; needs Python 3.9 and PyPI)
# make build    the release: .build/release/pledge
# make install  the release, to PREFIX (default: /usr/local)
# make bench    check, fmt and mutate against their limits, then the reference job beside DuckDB, which
#               needs Python 3.11 and PyPI; `make bench-policies` is the first part, with Python alone
# make clean    what the above have made

PREFIX ?= /usr/local
DESTDIR ?=
BENCH ?=
PLEDGE ?=
ACCEPTANCE ?=
export FUZZ_SECONDS ?= 600

.PHONY: demo test policies fuzz acceptance schemas build install bench bench-policies clean setup

demo: build
	@scripts/demo

test: setup
	@swift test --parallel

# Without a binary of one's own the release is built.
policies: $(if $(PLEDGE),,build)
	@PLEDGE="$(PLEDGE)" scripts/policies

fuzz: setup
	@swift build --product pledge-fuzz
	@.build/debug/pledge-fuzz

build: setup
	@scripts/build

acceptance: build
	@scripts/acceptance $(ACCEPTANCE)

schemas: build
	@python3 scripts/schemas

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build/release/pledge "$(DESTDIR)$(PREFIX)/bin/pledge"

bench: bench-policies
	@python3 bench/reference_job.py $(BENCH)

bench-policies: build
	@python3 bench/policy_work.py

clean:
	rm -rf .build .build-bench .build-acceptance .build-schemas

setup:
	@scripts/setup
