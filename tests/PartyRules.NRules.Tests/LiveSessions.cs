using System.Globalization;
using NRules;
using NRules.Fluent;
using PartyRules.InCode;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.NRules.Tests;

/// <summary>
/// A session that lives through the year: facts come, change and go in any order, and after each step the assessments are those of a fresh
/// run over what is there.
/// </summary>
public sealed class LiveSessions
{
    /// <summary>How many sequences each kind of session lives through; PARTYRULES_SEQUENCES says otherwise.</summary>
    private static readonly int Sequences =
        int.Parse(Environment.GetEnvironmentVariable("PARTYRULES_SEQUENCES") ?? "60", CultureInfo.InvariantCulture);

    public static TheoryData<string, SessionMode> Kinds => BothModes.Of(["members", "grades", "rotation"]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AfterEachStepAssessmentsAreThoseOfAFreshRun(string kind, SessionMode mode)
    {
        var rules = Life.Of(kind).Rules;
        var repository = new RuleRepository();
        _ = rules is null
            ? repository.AddPartyRules(BuiltInSchemes.Get("fengxian"), mode)
            : repository.AddPartyRules(rules, mode);
        var factory = repository.Compile();
        for (var seed = 0; seed < Sequences; seed++)
        {
            var chance = new Random(seed);
            var life = Life.Of(kind);
            var session = factory.CreateSession();
            session.Insert(new AssessedYear(2026));
            for (var step = 0; step < 12; step++)
            {
                life.Step(session, chance);
                session.Fire();

                Text(session.Query<Assessment>()).Should().Be(Text(life.Fresh()), "step {0} of seed {1}", step, seed);
            }
        }
    }

    private static string Text(IEnumerable<Assessment> rows) => string.Join('\n', rows.Select(row =>
    {
        var outcomes = row.Awards.Concat(row.Measures).Concat(row.Recommendations).Concat(row.Findings).Select(outcome => outcome.Code);
        var scores = row.Components.Select(score => score.ToString());
        return $"{row.Subject.Id} {row.Period} {row.Status} {row.Total} {row.Grade} {row.Rank} "
            + $"{string.Join(',', scores)} {string.Join(',', outcomes)}";
    }).Order(StringComparer.Ordinal));

    /// <summary>What is in the session, and what may happen to it.</summary>
    private abstract class Life
    {
        private readonly List<object> facts = [];
        private int number;

        /// <summary>The rules; null for the built-in scheme of members.</summary>
        public abstract SchemeBuilder? Rules { get; }

        public static Life Of(string kind) => kind switch
        {
            "members" => new Members(),
            "grades" => new Grades(),
            _ => new Rotation(),
        };

        public virtual IEnumerable<Assessment> Fresh() => Rules!.Assess(2026, facts);

        /// <summary>A fact comes, changes or goes.</summary>
        public void Step(ISession session, Random chance)
        {
            switch (chance.Next(4))
            {
                case 0 when facts.Count > 0:
                    var gone = WhatGoes(facts[chance.Next(facts.Count)], facts);
                    facts.RemoveAll(gone.Contains);
                    session.RetractAll(gone);
                    break;
                case 1 when facts.Count > 0 && Changed(facts[chance.Next(facts.Count)], chance) is { } changed:
                    session.Update(changed);
                    break;
                default:
                    List<object> come = [.. WhatComes(facts, number++, chance)];
                    facts.AddRange(come);
                    session.InsertAll(come);
                    break;
            }
        }

        protected IReadOnlyList<object> Facts => facts;

        protected abstract IEnumerable<object> WhatComes(IReadOnlyList<object> facts, int number, Random chance);

        /// <summary>The fact, changed in place; null where it cannot change.</summary>
        protected virtual object? Changed(object fact, Random chance) => null;

        protected virtual List<object> WhatGoes(object fact, IReadOnlyList<object> facts) => [fact];
    }

    private sealed class Members : Life
    {
        private static readonly Scoring.Scorer Scorer = new(BuiltInSchemes.Get("fengxian"));
        private static readonly string[] Items =
        [
            "task.target", "task.unit", "reward.bravery", "base.study", "violation", "commendation", "exemption.wish",
            "exemption.application", "exemption.review", "exemption.approval",
        ];

        public override SchemeBuilder? Rules => null;

        public override IEnumerable<Assessment> Fresh() =>
            Scorer.Score([.. Facts.OfType<Subject>()], [.. Facts.OfType<Entry>()], 2026);

        protected override IEnumerable<object> WhatComes(IReadOnlyList<object> facts, int number, Random chance)
        {
            var members = facts.OfType<Subject>().ToList();
            if (members.Count == 0 || chance.Next(6) == 0)
            {
                return [new Subject
                {
                    Id = $"m{number}", Kind = "member", Category = "organ", Employment = "in-post", PreviousGrade = "unqualified",
                }];
            }

            var item = Items[chance.Next(Items.Length)];
            var hasValue = !item.StartsWith("violation", StringComparison.Ordinal)
                && !item.StartsWith("exemption", StringComparison.Ordinal);
            return [new Entry
            {
                Id = $"e{number}",
                Subject = members[chance.Next(members.Count)].Id,
                Item = item,
                Date = new DateOnly(2026, 1 + chance.Next(3), 1 + chance.Next(28)),
                Value = hasValue ? 1 + chance.Next(40) : null,
                Level = item == "commendation" ? "county" : "",
            }];
        }

        protected override List<object> WhatGoes(object fact, IReadOnlyList<object> facts) =>
            fact is Subject subject ? [fact, .. facts.OfType<Entry>().Where(entry => entry.Subject == subject.Id)] : [fact];
    }

    private sealed class Grades : Life
    {
        private static readonly MemberGrading Graded = new MemberGrading("grades").Thresholds()
            .Veto("fraud", "Caught cheating").Follows("bonus", "Bonus", OutcomeKind.Award, When.Grade("excellent"))
            .From<Score>(score => score.Member, score => score.Points);

        public override SchemeBuilder Rules => Graded;

        protected override IEnumerable<object> WhatComes(IReadOnlyList<object> facts, int number, Random chance)
        {
            var members = facts.OfType<Score>().ToList();
            if (members.Count == 0 || chance.Next(2) == 0)
                return [new Score { Member = $"m{number}", Points = chance.Next(100) }];
            var member = members[chance.Next(members.Count)].Member;
            return [new Entry { Id = $"e{number}", Subject = member, Item = "fraud", Date = new(2026, 3, 3) }];
        }

        protected override object? Changed(object fact, Random chance)
        {
            if (fact is Score score)
                score.Points = chance.Next(100);
            return fact is Score ? fact : null;
        }

        protected override List<object> WhatGoes(object fact, IReadOnlyList<object> facts) =>
            fact is Score score ? [fact, .. facts.OfType<Entry>().Where(entry => entry.Subject == score.Member)] : [fact];

        private sealed class Score
        {
            public required string Member { get; init; }

            public decimal? Points { get; set; }
        }
    }

    private sealed class Rotation : Life
    {
        private static readonly RedFlagRotation Rotated = new RedFlagRotation("sites", null, PeriodKind.Quarter)
            .Indicator("order", "Order", 60).Indicator("care", "Care", 40)
            .Prizes(80, null, 600, 500).Flag().Streak(2, "bonus", "Bonus").Strike(85).Strikes(1, "talk", "A talk")
            .From<Inspection>(one => one.Site, one => one.Points, one => one.Day, one => one.What);

        public override SchemeBuilder Rules => Rotated;

        protected override IEnumerable<object> WhatComes(IReadOnlyList<object> facts, int number, Random chance)
        {
            var (site, day) = ($"s{chance.Next(3)}", new DateOnly(2026, 1 + chance.Next(12), 1 + chance.Next(28)));
            return
            [
                new Inspection { Site = site, What = "order", Points = chance.Next(60), Day = day },
                new Inspection { Site = site, What = "care", Points = chance.Next(40), Day = day },
            ];
        }

        protected override object Changed(object fact, Random chance)
        {
            ((Inspection)fact).Site = $"s{chance.Next(3)}";
            return fact;
        }

        private sealed class Inspection
        {
            public required string Site { get; set; }

            public required string What { get; init; }

            public required decimal Points { get; init; }

            public required DateOnly Day { get; init; }
        }
    }
}
