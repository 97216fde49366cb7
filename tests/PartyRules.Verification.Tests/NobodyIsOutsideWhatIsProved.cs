using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Verification.Bounds;
using PartyRules.Verification.Proofs;
using PartyRules.Verification.Search;

namespace PartyRules.Verification.Tests;

/// <summary>Invented people of whom anything is recorded, and what was proved of everybody.</summary>
public sealed class NobodyIsOutsideWhatIsProved
{
    private const int SubjectsOfEach = 60;
    private static readonly string[] Grades = ["excellent", "qualified", "unqualified"];
    private static readonly string[] Codes = ["visit", "violation", "praise"];
    private static readonly string[] Parts = ["base", "tasks", "rewards"];

    public static TheoryData<string> BuiltIn => [.. BuiltInSchemes.Ids];

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void ScoresTotalsAndGradesLieWithinTheBounds(string id) => LieWithinTheBounds(BuiltInSchemes.Get(id));

    /// <summary>The same whatever an entry is worth by its value or level.</summary>
    [Theory]
    [InlineData("""{"bands": {"kind": "steps", "of": [{"above": 6, "points": 3}]}}""")]
    [InlineData("""{"bands": {"kind": "steps", "of": [{"from": 0, "points": 1}, {"above": 5, "points": 3}]}}""")]
    [InlineData("""{"bands": {"kind": "steps", "of": [{"from": 2, "points": 4}, {"above": 2, "points": 1}, {"from": 9, "points": 5}]}}""")]
    [InlineData("""{"bands": {"kind": "marginal", "of": [{"above": 5, "points": 0.5}, {"above": 10, "points": 0}]}}""")]
    [InlineData("""{"bands": {"kind": "steps", "of": [{"above": 6, "points": @4}]}}""")]
    [InlineData("""{"perUnit": {"points": @2, "unit": 3, "part": "nothing"}}""")]
    [InlineData("""{"levels": {"town": @2, "county": 3}}""")]
    [InlineData("""{"value": true, "levelFactors": {"town": @2, "county": 3}}""")]
    public void ScoresLieWithinTheBoundsWhateverAnEntryIsWorth(string worth)
    {
        foreach (var effect in new[] { "add", "deduct" })
        {
            var scheme = Invented.With(
                ("levels", """{"town": {"en": "Town"}, "county": {"en": "County"}}"""),
                ("components.0.items.0.effect", $"\"{effect}\""),
                ("components.0.items.0.worth", worth
                    .Replace("@4", """[{"is": 4, "when": {"previousGrade": ["excellent"]}}, {"is": 2}]""", StringComparison.Ordinal)
                    .Replace("@2", """[{"is": 2, "when": {"previousGrade": ["excellent"]}}, {"is": 1}]""", StringComparison.Ordinal)));

            LieWithinTheBounds(scheme);
            SchemeVerifier.Verify(scheme).Refuted.Should().NotContain(finding => finding.Code == "item.counts" && effect == "deduct");
        }
    }

    private static void LieWithinTheBounds(Scheme scheme)
    {
        var year = SchemeVerifier.Verify(scheme).Years[0];
        var (trials, prover) = (new Trials(scheme, year), new Prover(scheme, year));
        var drawn = Drawn(scheme, trials, prover, new Chance(2026)).ToList();
        drawn.Should().NotBeEmpty();
        foreach (var (profile, seen) in drawn)
        {
            foreach (var result in seen.Results.Where(result => result.Total is not null))
            {
                var ofYear = scheme.HasRounds && result.Period.Kind == PeriodKind.Year;
                var bounds = prover.BoundsOf(profile, ofYear);
                bounds.Total.Holds(result.Total!.Value).Should().BeTrue($"{result.Total} is within {bounds.Total}");
                foreach (var score in ofYear ? [] : result.Components)
                    bounds.Of(score.Component.Index).Holds(score.Points).Should().BeTrue($"{score.Component} has {score.Points}");
                if (result.Grade is { } grade)
                    prover.IsImpossible(grade, ofYear).Should().BeFalse($"somebody has {grade}");
            }
        }
    }

    [Fact]
    public void AConditionThatIsProvedImpossibleHoldsOfNobody()
    {
        var chance = new Chance(7);
        var (impossible, possible) = (0, 0);
        for (var i = 0; i < 60; i++)
        {
            var when = Condition(chance, 2);
            var scheme = Invented.With(("outcomes.0.when", when));
            var (trials, prover) = (new Trials(scheme, 2026), new Prover(scheme, 2026));
            var isImpossible = prover.IsImpossible(false, new Literal(scheme.Outcomes[0].When, true));
            var holds = Drawn(scheme, trials, prover, chance).Any(drawn => drawn.Seen.Results.Any(result => result.Measures.Count > 0));
            (isImpossible && holds).Should().BeFalse(when);
            impossible += isImpossible ? 1 : 0;
            possible += holds ? 1 : 0;
        }

        impossible.Should().BeGreaterThan(5, "the conditions are such that some never hold");
        possible.Should().BeGreaterThan(20, "and many do");
    }

    private static IEnumerable<(Profile Profile, Seen Seen)> Drawn(Scheme scheme, Trials trials, Prover prover, Chance chance)
    {
        var making = new Making(scheme);
        var codes = scheme.Items.Select(item => item.Code).Concat(scheme.Records.Select(record => record.Code)).Distinct().ToList();
        var first = Period.OfYear(trials.Year).Start;
        for (var i = 0; i < SubjectsOfEach; i++)
        {
            var profile = chance.Of(prover.Profiles);
            var subject = new Subject
            {
                Id = "s1",
                Kind = scheme.SubjectKind,
                Parent = "p1",
                Category = profile.Category ?? "",
                Employment = profile.Employment ?? "",
                PreviousGrade = scheme.Grades is { } scale && chance.Below(2) == 0 ? chance.Of(scale.Bands).Id : "",
            };
            var acts = Enumerable.Range(0, chance.Below(40)).Select(_ => Drawn(scheme, making, chance, subject, chance.Of(codes), first));
            if (trials.Of(new Draft { Subject = subject }.With(acts.ToList())) is { } seen)
                yield return (profile, seen);
        }
    }

    private static Act Drawn(Scheme scheme, Making making, Chance chance, Subject subject, string code, DateOnly first)
    {
        var items = scheme.Items.Where(item => item.Code == code).ToList();
        var act = making.Of(code, first.AddDays(chance.Below(365)), subject, reference: $"r{chance.Below(5)}");
        if (items.Count == 0)
            return act with { Value = act.Value is null ? null : chance.Below(40) };
        var item = chance.Of(items);
        return act with
        {
            Value = item.Worth.IsMeasured ? Points.FromMillionths(chance.Below(300) * 500_000L) : null,
            Level = chance.Of(WorthBounds.LevelsOf(item)),
            Evaluator = item.AppliesTo.Evaluators.Count == 0 ? "" : chance.Of(item.AppliesTo.Evaluators),
        };
    }

    private static string Condition(Chance chance, int depth)
    {
        return chance.Below(depth == 0 ? 5 : 9) switch
        {
            0 => $$"""{"total": {"{{Bound(chance)}}": {{chance.Below(121) - 10}} } }""",
            1 => $$"""{"grade": ["{{chance.Of(Grades)}}"]}""",
            2 => $$"""{"entries": {"of": "{{chance.Of(Codes)}}", "count": {"{{Bound(chance)}}": {{1 + chance.Below(4)}} } } }""",
            3 => $$"""{"component": {"of": "{{chance.Of(Parts)}}", "points": {"{{Bound(chance)}}": {{chance.Below(70)}} } } }""",
            4 => $$"""{"rise": {"atLeast": {{chance.Below(4) - 1}} } }""",
            5 => $$"""{"not": {{Condition(chance, depth - 1)}} }""",
            6 => $$"""{"any": [{{Condition(chance, depth - 1)}}, {{Condition(chance, depth - 1)}}]}""",
            _ => $$"""{"all": [{{Condition(chance, depth - 1)}}, {{Condition(chance, depth - 1)}}]}""",
        };
    }

    private static string Bound(Chance chance) => chance.Of(["atLeast", "above", "atMost", "below"]);
}
