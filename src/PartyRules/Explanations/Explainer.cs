using System.Globalization;
using System.Resources;
using PartyRules.Diagnostics;
using PartyRules.Engine;
using PartyRules.Results;
using PartyRules.RuleSets;
using PartyRules.Schemes;
using PartyRules.Schemes.Arithmetic;

namespace PartyRules.Explanations;

/// <summary>Tells how an assessment came about, so that a clerk can check it by hand and a member can contest every point.</summary>
/// <remarks>Thread-safe. The text depends on the assessment and the language alone.</remarks>
public static class Explainer
{
    internal static MessageCatalog Texts { get; } = new(new ResourceManager("PartyRules.Resources.Explanations", typeof(Explainer).Assembly));

    /// <summary>Explains an assessment line by line.</summary>
    /// <param name="assessment">An assessment that carries its derivation.</param>
    /// <param name="language">The language.</param>
    /// <returns>Lines ended by line feeds.</returns>
    /// <exception cref="ArgumentException">The assessment carries no derivation: ask the scorer for it.</exception>
    public static string Explain(Assessment assessment, Language language)
    {
        if (assessment.Derivation is not { } derivation)
            throw new ArgumentException("The assessment carries no derivation. Set ScorerOptions.Derivations.", nameof(assessment));
        return new Account(assessment, new FactsOf(derivation), language).Write();
    }

    /// <summary>The facts that an assessment rests on.</summary>
    private sealed class FactsOf
    {
        private readonly List<object> facts = [];
        private readonly Dictionary<object, Derivation> ofRules = [];

        public FactsOf(Derivation root)
        {
            var seen = new HashSet<Derivation>();
            var waiting = new Stack<Derivation>([root]);
            while (waiting.TryPop(out var derivation))
            {
                if (!seen.Add(derivation))
                    continue;
                facts.Add(derivation.Fact);
                if (derivation.Fact is RuleCredit or Outcome { Clause: null })
                    ofRules.TryAdd(derivation.Fact, derivation);
                foreach (var premise in derivation.Premises.Where(premise => IsOwn(derivation.Fact, premise.Fact)))
                    waiting.Push(premise);
            }
        }

        /// <summary>A place rests on the totals of the whole pool, and a mark on its own round; an account follows neither to other subjects and rounds.</summary>
        private static bool IsOwn(object fact, object premise) => fact switch
        {
            Placing placing => premise == placing.Total,
            Mark => false,
            _ => true,
        };

        public IEnumerable<T> Of<T>() => facts.OfType<T>().Distinct();

        /// <summary>The rule in code that yielded a fact, and the facts it rests on that say what they are.</summary>
        public (string Rule, IReadOnlyList<IExplainedFact> Behind) Source(object fact)
        {
            if (!ofRules.TryGetValue(fact, out var derivation))
                return ("", []);
            var behind = new List<IExplainedFact>();
            var seen = new HashSet<Derivation>();
            var waiting = new Queue<Derivation>(derivation.Premises);
            while (waiting.TryDequeue(out var premise))
            {
                if (!seen.Add(premise))
                    continue;
                if (premise.Fact is IExplainedFact explained)
                    behind.Add(explained);
                foreach (var further in premise.Premises)
                    waiting.Enqueue(further);
            }

            return (derivation.Rule?.Name ?? "", behind);
        }
    }

    private sealed class Account(Assessment assessment, FactsOf facts, Language language)
    {
        private readonly List<string> lines = [];
        private readonly ConditionText conditions = new(Texts, language, assessment.Scheme);

        public string Write()
        {
            var scheme = assessment.Scheme;
            Line("title", assessment.Subject.ToString(), assessment.Period, scheme.Name, scheme.ToString(), scheme.ContentHash[..12]);
            Line("source", scheme.Source);
            Line($"status.{assessment.Status}");
            foreach (var exemption in facts.Of<Exemption>())
                Line("exemption", exemption.Clause.Name, conditions.Of(exemption.Clause.When), Cited(exemption.Clause.Cites));
            foreach (var score in assessment.Components)
                WriteComponent(score);
            if (assessment.Total is { } total && assessment.Components.Count > 0)
                Line("total", string.Join(" + ", assessment.Components.Select(score => score.Points.ToString())), assessment.Scheme.Total is null ? total : assessment.Components.Aggregate(Points.Zero, (sum, score) => sum + score.Points));
            if (assessment.Total is { } final && assessment.Scheme.Total is not null && assessment.Components.Count > 0)
                WriteArithmetic(final, assessment.Scheme.Total);
            if (assessment.Total is { } ofYear && assessment.Components.Count == 0 && assessment.Scheme.Year is { } rollUp)
                WriteRounds(ofYear, rollUp);
            WriteGrade();
            foreach (var share in facts.Of<PoolShare>().Where(share => share.Period == assessment.Period))
                Line("share", share.Target.Name, share.Met, share.Of, Cited(share.Target.Cites));
            foreach (var placing in facts.Of<Placing>().Where(placing => placing.Total.Dossier.Subject == assessment.Subject && placing.Total.Dossier.Period == assessment.Period))
                Line("rank", placing.Rank, placing.PoolSize, Cited(assessment.Scheme.Ranking!.Cites));
            WriteOutcomes("proposals", [.. assessment.Awards, .. assessment.Recommendations, .. assessment.Measures]);
            WriteOutcomes("findings", assessment.Findings);
            WritePassedOver();
            return string.Join('\n', lines) + "\n";
        }

        private void WriteComponent(ComponentScore score)
        {
            var component = score.Component;
            Line("component", component.Name, component.Id, score.Points, Cited(component.Cites));
            if (component.Start != 0)
                Line("component.start", component.Start);
            var credits = facts.Of<Credit>().Where(credit => credit.Item.Component == component)
                .OrderBy(credit => credit.Entry, Entry.Chronological);
            foreach (var credit in credits)
                Line("entry", credit.Entry.Id, credit.Entry.Date.ToString("O", CultureInfo.InvariantCulture), credit.Item.Name, Signed(credit.Points));
            foreach (var candidate in facts.Of<Candidate>().Where(candidate => candidate.Item.Component == component && candidate.Item.Selection is not null && !credits.Any(credit => credit.Entry == candidate.Entry))
                .OrderBy(candidate => candidate.Entry, Entry.Chronological))
                Line("not-selected", candidate.Entry.Id, candidate.Entry.Date.ToString("O", CultureInfo.InvariantCulture), candidate.Item.Name, candidate.Points, Cited(candidate.Item.Selection!.Cites));
            foreach (var appraisal in facts.Of<Appraisal>().Where(appraisal => appraisal.Item.Component == component).OrderBy(appraisal => appraisal.Item.Code, StringComparer.Ordinal))
                Line("appraisal", appraisal.Item.Name, Signed(appraisal.Points), Cited(appraisal.Item.Appraisal!.Cites));
            foreach (var carried in component.Carries)
                Line("carried", carried.Input.Name, carried.Percent, Cited(carried.Cites));
            foreach (var credit in facts.Of<RuleCredit>().Where(credit => credit.Component == component).OrderBy(credit => credit.Reason.In(language), StringComparer.Ordinal).ThenBy(credit => credit.Points))
                WriteRuleCredit(credit);
            foreach (var tally in facts.Of<Tally>().Where(tally => tally.Component == component && tally.IsOver).OrderBy(tally => tally.Window).ThenBy(tally => tally.Item?.Code, StringComparer.Ordinal))
                Line("limit", tally.Item?.Name ?? component.Name, tally.Window, Signed(tally.Recorded), Signed(tally.Counted), tally.Limit.Points, Cited(tally.Limit.Cites));
            foreach (var tally in facts.Of<ComponentTally>().Where(tally => tally.Component == component && tally.IsOver).OrderBy(tally => tally.Window))
                Line("limit", component.Name, tally.Window, Signed(tally.Recorded), Signed(tally.Counted), tally.Limit.Points, Cited(tally.Limit.Cites));
            var unbounded = component.Start + score.Sum;
            if (component.Multipliers.Count > 0 || component.Carries.Count > 0)
                Line("multiplied", unbounded);
            if (unbounded != score.Points)
                Line("component.bounded", unbounded, score.Points);
        }

        private void WriteRuleCredit(RuleCredit credit)
        {
            var (rule, behind) = facts.Source(credit);
            Line("rule-credit", credit.Reason, Signed(credit.Points), Texts.In(language, "by-rule", rule));
            WriteBehind(behind);
        }

        private void WriteBehind(IEnumerable<IExplainedFact> behind)
        {
            foreach (var explanation in behind.Select(fact => fact.Explanation.In(language)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                Line("rule-fact", explanation);
        }

        private void WriteRounds(Points total, YearClause rollUp)
        {
            foreach (var round in facts.Of<Total>().Where(known => known.Dossier.Period == assessment.Period).SelectMany(known => known.Rounds))
                Line("weighed", round.Dossier.Period, round.Points, rollUp.Weights[round.Dossier.Period.Number - 1]);
            Line("total.year", total, Cited(rollUp.Cites));
        }

        private void WriteArithmetic(Points total, TotalClause clause)
        {
            foreach (var score in assessment.Components.Where(score => clause.IsWeighed))
                Line("weighed", score.Component.Name, score.Points, score.Component.Weight);
            foreach (var group in clause.Groups)
                Line("group", group.Name, group.Of(assessment.Components), Cited(group.Cites));
            Line("total.bounded", total);
        }

        private void WriteGrade()
        {
            if (assessment.Grade is not { } grade || assessment.Scheme.Grades is not { } scale)
                return;
            var decision = facts.Of<GradeDecision>().Single(decision => decision.Dossier.Period == assessment.Period);
            if (decision.Forced is { } forced)
                Line("grade.forced", grade.Name, forced.Finding.Name, conditions.Of(forced.When), Cited(forced.Cites));
            else if (scale.Start is not null)
                Line("grade.moved", grade.Name, Cited(scale.Cites));
            else if (grade.From is { } from)
                Line("grade.from", grade.Name, from, Cited(scale.Cites));
            else
                Line("grade.lowest", grade.Name, Cited(scale.Cites));
            if (decision.Rise is { } rise)
                Line("grade.rise", rise);
        }

        private void WriteOutcomes(string heading, IReadOnlyList<Outcome> outcomes)
        {
            if (outcomes.Count == 0)
                return;
            Line(heading);
            foreach (var outcome in outcomes)
            {
                var why = outcome.Clause is null ? "" : Texts.In(language, "because", conditions.Of(outcome.Clause.When));
                var (rule, behind) = facts.Source(outcome);
                var rests = outcome.Cites is { } cites ? Cited(cites) : behind.Count > 0 ? Texts.In(language, "by-rule", rule) : "";
                Line("outcome", outcome.Code, outcome.Name, why, rests);
                WriteBehind(behind);
            }
        }

        /// <summary>Clauses that were looked at and did not apply, with what they ask for.</summary>
        private void WritePassedOver()
        {
            if (assessment.Status != AssessmentStatus.Assessed)
                return;
            var isYearRow = assessment.Scheme.HasRounds && assessment.Period.Kind == PeriodKind.Year;
            var applied = facts.Of<Outcome>().Where(outcome => outcome.Period == assessment.Period).Select(outcome => outcome.Clause).ToHashSet();
            var passed = new List<(LocalText Name, Schemes.Conditions.Condition When, Citation Cites)>();
            if (!isYearRow)
            {
                passed.AddRange(assessment.Scheme.Exemptions.Select(clause => (clause.Name, clause.When, clause.Cites)));
                passed.AddRange((assessment.Scheme.Grades?.Forced ?? []).Where(clause => facts.Of<ForcedGrade>().All(forced => forced.Clause != clause)).Select(clause => (clause.Finding.Name, clause.When, clause.Cites)));
            }

            passed.AddRange(assessment.Scheme.Outcomes.Where(clause => clause.OnYear == isYearRow && !applied.Contains(clause)).Select(clause => (clause.Name, clause.When, clause.Cites)));
            if (passed.Count == 0)
                return;
            Line("passed-over");
            foreach (var (name, when, cites) in passed)
                Line("passed-over.clause", name, conditions.Of(when), cites.Clause);
        }

        private string Cited(Citation citation) =>
            Texts.In(language, citation.IsChoice ? "cited.choice" : "cited", citation.Clause, citation.Text);

        private static string Signed(Points points) => points > 0 ? $"+{points}" : points.ToString();

        private void Line(string key, params object?[] arguments) => lines.Add(Texts.In(language, key, arguments));
    }
}
