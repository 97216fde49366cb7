using System.Globalization;
using Harbour;
#region usings
using NRules;
using NRules.Fluent;
using PartyRules;
using PartyRules.Explanations;
using PartyRules.InCode;
using PartyRules.NRules;
using PartyRules.Results;
using PartyRules.Schemes;
#endregion

// The safety programme of an invented harbour: rules of its own make scores, member grading grades the workers by them, and a rotation
// passes the pennant from crew to crew.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

#region grading
var grading = new MemberGrading("safety-grades", "Safety grades") { Kind = "worker" }
    .Band("gold", "Gold", from: 90)
    .Band("silver", "Silver", from: 75)
    .Band("none", "No grade")
    .Veto("accident", "Caused an accident")
    .Follows("day-off", "A day off", OutcomeKind.Award, When.Grade("gold"))
    .From<SafetyScore>(score => score.Worker, score => score.Points);
#endregion

#region rotation
var rotation = new RedFlagRotation("tidy-crew", "Tidiest crew", PeriodKind.Month) { Kind = "crew" }
    .Indicator("order", "Order on deck", maximum: 60)
    .Indicator("tools", "Tools in place", maximum: 40)
    .Prizes(from: 90, below: null, 300, 200)
    .Flag("The pennant")
    .Streak(2, "dinner", "A dinner for the crew")
    .Strike(below: 70).Strikes(1, "talk", "A talk with the crew")
    .From<Inspection>(one => one.Crew, one => one.Points, one => one.Day, one => one.What);
#endregion

#region session
var repository = new RuleRepository();
repository.Load(load => load.From(typeof(ObservationsMakeScore), typeof(AwardsEarnVouchers)));
repository.AddPartyRules(grading);
repository.AddPartyRules(rotation, SessionMode.Sealed);
var session = repository.Compile().CreateSession();

session.InsertAll([new Observation("ann", 8), new Observation("ann", 4), new Observation("bob", -3), new Observation("cid", 15)]);
session.Insert(new Entry { Id = "a1", Subject = "cid", Item = "accident", Date = new DateOnly(2026, 5, 3) });
foreach (var month in new[] { 1, 2 })
{
    var day = new DateOnly(2026, month, 20);
    session.InsertAll([new Inspection("north", "order", 55, day), new Inspection("north", "tools", 38, day)]);
    session.InsertAll([new Inspection("south", "order", 40, day), new Inspection("south", "tools", 25, day)]);
}

session.Insert(new AssessedYear(2026));
session.Fire();
#endregion

Print("At the end of February");

#region live
var correction = new Observation("bob", 20);
session.Insert(correction);
session.Fire();
#endregion

Print("Once bob's report was counted");

#region explanation
var bob = session.Query<Assessment>().Single(assessment => assessment.Subject.Id == "bob");
var again = grading.Assess(2026, [new SafetyScore("bob", 97)]).Single();
Console.WriteLine($"{bob.Total} on NRules, {again.Total} on the compiled engine:");
Console.WriteLine(Explainer.Explain(again, Language.English));
#endregion

void Print(string heading)
{
    Console.WriteLine(heading);
    foreach (var row in session.Query<Assessment>().AsEnumerable().Where(row => row.Total is not null)
        .OrderBy(row => row.Subject.Id, StringComparer.Ordinal).ThenBy(row => row.Period))
    {
        var follows = string.Join(", ", row.Awards.Concat(row.Measures).Select(outcome => outcome.Name.English));
        Console.WriteLine($"  {row.Subject.Id} {row.Period}: {row.Total} {row.Grade?.Name.English}{row.Rank} {follows}".TrimEnd());
    }

    foreach (var voucher in session.Query<Voucher>().AsEnumerable().OrderBy(voucher => voucher.ToString(), StringComparer.Ordinal))
        Console.WriteLine($"  {voucher}");
}
