using PartyRules.Clauses.Adjustments;
using PartyRules.Clauses.Aliases;
using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Appraisals;
using PartyRules.Clauses.Calendars;
using PartyRules.Clauses.Citations;
using PartyRules.Clauses.Components;
using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.Crediting;
using PartyRules.Clauses.Exemptions;
using PartyRules.Clauses.FollowUps;
using PartyRules.Clauses.Grades;
using PartyRules.Clauses.Inputs;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Lapses;
using PartyRules.Clauses.Layers;
using PartyRules.Clauses.Limits;
using PartyRules.Clauses.Marks;
using PartyRules.Clauses.Measures;
using PartyRules.Clauses.Multipliers;
using PartyRules.Clauses.Notices;
using PartyRules.Clauses.Outcomes;
using PartyRules.Clauses.Procedures;
using PartyRules.Clauses.Rankings;
using PartyRules.Clauses.Requirements;
using PartyRules.Clauses.RulesInCode;
using PartyRules.Clauses.Selections;
using PartyRules.Clauses.Targets;
using PartyRules.Clauses.Totals;
using PartyRules.Clauses.Versions;
using PartyRules.Clauses.Worth;
using PartyRules.Clauses.Years;

namespace PartyRules.Clauses;

/// <summary>All kinds of clause, in the order in which a year is worked out: each reads what those before it have read.</summary>
internal static class ClauseKinds
{
    /// <summary>The kinds.</summary>
    public static IReadOnlyList<ClauseKind> All { get; } =
    [
        new VersionsKind(),
        new CalendarsKind(),
        new ConditionsKind(),
        new LapsesKind(),
        new CreditingKind(),
        new InputsKind(),
        new ProceduresKind(),
        new MeasuresKind(),
        new AmountsKind(),
        new SelectionsKind(),
        new WorthKind(),
        new LimitsKind(),
        new AppraisalsKind(),
        new ItemsKind(),
        new RulesInCodeKind(),
        new AdjustmentsKind(),
        new MultipliersKind(),
        new ComponentsKind(),
        new RequirementsKind(),
        new ExemptionsKind(),
        new TotalsKind(),
        new YearsKind(),
        new TargetsKind(),
        new RankingsKind(),
        new GradesKind(),
        new MarksKind(),
        new OutcomesKind(),
        new FollowUpsKind(),
        new NoticesKind(),
        new CitationsKind(),
        new LayersKind(),
        new AliasesKind(),
    ];
}
