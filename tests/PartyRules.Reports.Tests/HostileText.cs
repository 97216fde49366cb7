
namespace PartyRules.Reports.Tests;

/// <summary>Text from data is shown, never obeyed.</summary>
public sealed class HostileText
{
    /// <summary>What somebody may write as a name, and what is shown for it.</summary>
    public static TheoryData<string, string> Gallery => new()
    {
        { "<script>alert(1)</script>", "<script>alert(1)</script>" },
        { "\"><img src=x onerror=alert(1)>", "\"><img src=x onerror=alert(1)>" },
        { "'onmouseover='alert(1)", "'onmouseover='alert(1)" },
        { "</style><svg onload=alert(1)>", "</style><svg onload=alert(1)>" },
        { "</bdi></th></table><h1>x", "</bdi></th></table><h1>x" },
        { "<!-- ", "<!-- " },
        { "&lt;b&gt; &amp;", "&lt;b&gt; &amp;" },
        { "javascript:alert(1)", "javascript:alert(1)" },
        { "王\u202E明小", "王[U+202E]明小" },
        { "a\u2066b\u200Fc", "a[U+2066]b[U+200F]c" },
        { "bell\u0007null\u0000", "bell[U+0007]null[U+0000]" },
        { "half\uD842", "half\uFFFD" },
        { "\uDFB7half", "\uFFFDhalf" },
        { "𠮷野家", "𠮷野家" },
        { "👨‍👩‍👧‍👦 family", "👨‍👩‍👧‍👦 family" },
        { "محمد", "محمد" },
        { "=HYPERLINK(\"http://x\",\"y\")", "=HYPERLINK(\"http://x\",\"y\")" },
        { new string('长', 3000), new string('长', 3000) },
        { new string('w', 3000), new string('w', 3000) },
    };

    [Theory]
    [MemberData(nameof(Gallery))]
    public void ANameIsShownAsItIs(string name, string shown)
    {
        var page = Sample.Parsed(ReportOn(name).Page());

        page.QuerySelector("table.ranking tbody th bdi")!.TextContent.Should().Be(shown);
        page.QuerySelector(".derivation summary bdi")!.TextContent.Should().Be($"m1 {shown}");
        page.QuerySelectorAll("script, img, style + svg, h1 ~ h1").Should().BeEmpty();
        page.QuerySelectorAll("*")
            .SelectMany(element => element.Attributes).Should().NotContain(attribute => attribute.Name.StartsWith("on"));
        page.Body!.Children.Select(child => child.LocalName).Should().Equal("a", "header", "main");
    }

    [Theory]
    [MemberData(nameof(Gallery))]
    public void ContactsParentsAndIdentifiersAreShownAsTheyAre(string text, string shown)
    {
        var member =
            new Subject { Id = text, Name = "Member", Kind = "member", Parent = "p" + text, Category = "organ", Employment = "in-post" };
        var entries = Sample.Tasks(text, 12, 5).Select((entry, index) => new Entry
        {
            Id = $"{text}{index}",
            Subject = text,
            Item = entry.Item,
            Date = entry.Date,
            Value = entry.Value,
            Note = text,
            Reference = text,
        });
        var page = Sample.Parsed(Sample.Of(Sample.Members, [member], entries, Sample.In(Language.English) with { Contact = text }).Page());

        page.QuerySelector(".contact dd:last-child")!.TextContent.Should().Be(shown);
        page.QuerySelector("table.ranking tbody th .sub")!.TextContent.Should().Be(shown);
        page.QuerySelector("table.ranking tbody td.p")!.TextContent.Should().Be("p" + shown);
        page.QuerySelector(".account li + li")!.TextContent.Should().Contain(shown + "1");
        page.QuerySelectorAll("script, img").Should().BeEmpty();
    }

    private static Report ReportOn(string name) =>
        Sample.Of(Sample.Members, [Sample.Member("m1", name)], Sample.Tasks("m1", 12, 5), Sample.In(Language.English));
}
