using Microsoft.Extensions.DependencyInjection;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.Tests;

public sealed class Embedding
{
    [Fact]
    public void TheReadmesExampleRuns()
    {
        #region embedding
        var services = new ServiceCollection().AddPartyRules(options => options.Derivations = true).BuildServiceProvider();
        var scorer = services.GetRequiredService<AssessmentService>().For("fengxian");

        Subject[] members = [new() { Id = "m1", Kind = "member", Category = "organ", Employment = "in-post" }];
        Entry[] entries = [new() { Id = "e1", Subject = "m1", Item = "task.target", Date = new DateOnly(2026, 1, 25), Value = 6 }];

        foreach (var assessment in scorer.Score(members, entries, year: 2026))
            Console.WriteLine($"{assessment.Subject.Id}: {assessment.Total}, {assessment.Grade!.Name.English}");
        #endregion

        scorer.Score(members, entries, year: 2026).Single().Status.Should().Be(AssessmentStatus.Assessed);
    }
}
