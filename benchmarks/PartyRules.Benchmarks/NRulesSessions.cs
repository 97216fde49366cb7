using NRules;
using NRules.Fluent;
using NRules.Fluent.Dsl;
using PartyRules.NRules;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.Benchmarks;

/// <summary>Assesses members in NRules sessions of a chosen size.</summary>
/// <param name="mode">Whether the facts in between are in the sessions.</param>
public sealed class NRulesSessions(SessionMode mode)
{
    private readonly ISessionFactory factory = new RuleRepository().AddPartyRules(BuiltInSchemes.Get("fengxian"), mode).Compile();

    /// <summary>A session with members in it, fired.</summary>
    public ISession Fired(IEnumerable<Subject> subjects, IEnumerable<Entry> entries) => Fired(factory, subjects, entries);

    public IReadOnlyList<Assessment> Score(Subject[] subjects, Entry[][] entriesOf, int membersPerSession)
    {
        var assessments = new List<Assessment>(subjects.Length);
        for (var first = 0; first < subjects.Length; first += membersPerSession)
        {
            var members = Math.Min(membersPerSession, subjects.Length - first);
            var session = Fired(
                subjects.AsSpan(first, members).ToArray(), entriesOf.AsSpan(first, members).ToArray().SelectMany(own => own));
            assessments.AddRange(session.Query<Assessment>());
        }

        return assessments;
    }

    internal static ISession Fired(ISessionFactory factory, IEnumerable<Subject> subjects, IEnumerable<Entry> entries)
    {
        var session = factory.CreateSession();
        session.InsertAll(entries);
        session.InsertAll(subjects);
        session.Insert(new AssessedYear(2026));
        session.Fire();
        return session;
    }
}

/// <summary>What NRules itself costs: it takes the same facts, groups them by subject, and links one fact to each group.</summary>
public sealed class NRulesGrouping
{
    private readonly ISessionFactory factory = Compiled();

    public ISession Fired(IEnumerable<Subject> subjects, IEnumerable<Entry> entries) => NRulesSessions.Fired(factory, subjects, entries);

    private static ISessionFactory Compiled()
    {
        var repository = new RuleRepository();
        repository.Load(load => load.PrivateTypes().NestedTypes().From(typeof(FactsAreCounted)));
        return repository.Compile();
    }

    public sealed record FactCount(string Subject, int Facts);

    private sealed class FactsAreCounted : Rule
    {
        public override void Define()
        {
            IEnumerable<AssessedYear> years = null!;
            IGrouping<string, object> group = null!;
            When()
                .Query(() => years, q => q.Match<AssessedYear>().Collect())
                .Query(() => group, q => q.Match<object>(fact => KeyOf(fact) != null).GroupBy(fact => KeyOf(fact)!));
            Then()
                .Yield(_ => new FactCount(group.Key, group.Count()));
        }

        private static string? KeyOf(object fact) => fact is Entry entry ? entry.Subject : fact is Subject subject ? subject.Id : null;
    }
}
