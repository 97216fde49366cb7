using NRules;
using NRules.Fluent;
using PartyRules.Engine;
using PartyRules.Engine.Model;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.NRules.Tests;

/// <summary>A host's own session that takes subjects and entries and yields assessments.</summary>
public sealed class SchemeSessions
{
    public static TheoryData<string, SessionMode> Schemes => BothModes.Of(BuiltInSchemes.Ids);

    [Theory]
    [MemberData(nameof(Schemes))]
    public void ManySubjectsInOneSessionAreAssessedAsIfEachWereAlone(string id, SessionMode mode)
    {
        var scheme = BuiltInSchemes.Get(id);
        var scorer = new Scorer(scheme);
        var factory = new RuleRepository().AddPartyRules(scheme, mode).Compile();
        for (var seed = 1000; seed < 1020; seed++)
        {
            var (subjects, given, results) = Populations.Of(scheme, seed);
            var earlier = results.DistinctBy(result => (result.Scheme, result.Subject, result.Period)).ToList();
            var entries = Populations.Sound(scheme, given);
            var session = factory.CreateSession();
            session.InsertAll(entries);
            session.InsertAll(subjects);
            session.InsertAll(earlier);
            session.Insert(new AssessedYear(Populations.Year));
            session.Fire();

            var expected = scorer.Score(subjects, entries, Populations.Year, earlier: earlier);
            Populations.Text(scheme, InOrder(session)).Should().Be(Populations.Text(scheme, expected), "seed {0}", seed);
        }
    }

    [Fact]
    public void AFurtherEntryRenewsTheAssessment()
    {
        var session = new RuleRepository().AddPartyRules(BuiltInSchemes.Get("fengxian")).Compile().CreateSession();
        session.Insert(new Subject { Id = "m1", Kind = "member", Category = "organ", Employment = "in-post" });
        session.Insert(new AssessedYear(2026));
        session.Fire();
        session.Query<Assessment>().Single().Total.Should().Be((Points)20);

        session.Insert(new Entry { Id = "e1", Subject = "m1", Item = "task.target", Date = new DateOnly(2026, 1, 25), Value = 6 });
        session.Fire();

        session.Query<Assessment>().Single().Total.Should().Be((Points)26);
    }

    [Fact]
    public void DerivationsAreThoseOfTheCompiledEvaluator()
    {
        foreach (var id in BuiltInSchemes.Ids)
        {
            var scheme = BuiltInSchemes.Get(id);
            var ours = new Scorer(scheme, new ScorerOptions { Derivations = true });
            var theirs = new Scorer(scheme, new ScorerOptions { Derivations = true, Engine = new NRulesEngine() });
            foreach (var known in Cases.SchemeCases.OfBuiltIn(id))
            {
                var expected = ours.Score(known.Subjects, known.Entries, known.Year, earlier: known.Results).Select(Steps);
                var actual = theirs.Score(known.Subjects, known.Entries, known.Year, earlier: known.Results).Select(Steps);
                actual.Should().Equal(expected, "{0}: {1}", id, known);
            }
        }
    }

    private static IEnumerable<Assessment> InOrder(ISession session) =>
        session.Query<Assessment>().AsEnumerable().OrderBy(assessment => assessment.Subject.Id, StringComparer.Ordinal)
            .ThenBy(assessment => assessment.Period);

    /// <summary>
    /// Every step behind an assessment: the fact, the rule, and what it rests on, up to where several matches may have been first: any fact
    /// may witness an Exists, and any match may yield one of equal facts.
    /// </summary>
    private static string Steps(Assessment assessment)
    {
        var steps = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<Derivation>();
        void Walk(Derivation derivation)
        {
            if (!seen.Add(derivation))
                return;
            var isOneOfMany = derivation.Fact is Outcome or MissingComponent or Exemption or Mark or Placing;
            if (isOneOfMany || derivation.Rule?.LeftHandSide.Any(element => element is ExistsElement) == true)
            {
                steps.Add(derivation.Fact.ToString()!);
                return;
            }

            var premises = derivation.Premises.Select(premise => premise.Fact.ToString()).Order(StringComparer.Ordinal);
            steps.Add($"{derivation}: {string.Join(" | ", premises)}");
            foreach (var premise in derivation.Premises)
                Walk(premise);
        }

        Walk(assessment.Derivation!);
        return string.Join('\n', steps);
    }
}
