using BenchmarkDotNet.Running;
using PartyRules.Clauses.Conditions;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
