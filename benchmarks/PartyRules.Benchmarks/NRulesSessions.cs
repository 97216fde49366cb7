using NRules;
using NRules.Fluent;
using PartyRules.NRules;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.Benchmarks;

/// <summary>Assesses members in NRules sessions of a chosen size.</summary>
public sealed class NRulesSessions
{
    private readonly ISessionFactory factory = new RuleRepository().AddPartyRules(BuiltInSchemes.Get("fengxian")).Compile();

    public IReadOnlyList<Assessment> Score(Subject[] subjects, Entry[][] entriesOf, int membersPerSession)
    {
        var assessments = new List<Assessment>(subjects.Length);
        for (var first = 0; first < subjects.Length; first += membersPerSession)
        {
            var members = Math.Min(membersPerSession, subjects.Length - first);
            var session = factory.CreateSession();
            session.InsertAll(entriesOf.AsSpan(first, members).ToArray().SelectMany(own => own));
            session.InsertAll(subjects.AsSpan(first, members).ToArray());
            session.Insert(new AssessedYear(2026));
            session.Fire();
            assessments.AddRange(session.Query<Assessment>());
        }

        return assessments;
    }
}
