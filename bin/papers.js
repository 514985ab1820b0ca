#!/usr/bin/env node
require('../dist/bundle/papers.cjs');
