using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PartyRules.Clauses.Selections;
using PartyRules.JsonSchemas;
using PartyRules.Reading;

namespace PartyRules.Tests.Schemes;

public sealed partial class PublishedJsonSchema
{
    [Fact]
    public void TheSchemaOfSchemesIsCurrent() => SchemeJsonSchema.OfSchemes.Should().Be(Published("partyrules-scheme.schema.json"));

    [Fact]
    public void TheSchemaOfCasesIsCurrent() => SchemeJsonSchema.OfCases.Should().Be(Published("partyrules-cases.schema.json"));

    [Fact]
    public void TheSchemaOfLayersIsCurrent() => SchemeJsonSchema.OfLayers.Should().Be(Published("partyrules-layer.schema.json"));

    [Fact]
    public void EveryKeyIsDescribedInBothLanguages()
    {
        var descriptions = Description()
            .Matches(SchemeJsonSchema.OfSchemes + SchemeJsonSchema.OfLayers + SchemeJsonSchema.OfCases)
            .Select(match => match.Groups[1].Value)
            .Where(text => text is not ("zh-Hans" or "en"))
            .ToList();

        descriptions.Should().HaveCountGreaterThan(200);
        descriptions.Should().AllSatisfy(text => text.Split(" / ").Should().HaveCount(2).And.NotContain(""));
    }

    [Fact]
    public void EveryConditionAndWordIsOffered()
    {
        var definitions = JsonNode.Parse(SchemeJsonSchema.OfSchemes)!["$defs"]!;

        definitions["Condition"]!["properties"]!.AsObject().Select(pair => pair.Key)
            .Should().Contain(["windows", "run", "top", "share", "result"]);
        definitions["Item"]!["properties"]!["effect"]!["enum"]!.AsArray().Select(word => (string)word!).Should().Equal("add", "deduct");
        definitions["Component"]!["required"]!.AsArray().Select(word => (string)word!).Should().Contain(["minimum", "maximum"]);
    }

    [Fact]
    public void EveryBuiltInSchemeNamesIt()
    {
        foreach (var id in BuiltInSchemes.Ids)
            Encoding.UTF8.GetString(BuiltInSchemes.Text(id).Span)
                .Should().Contain("\"$schema\": \"../../../../docs/schemes/partyrules-scheme.schema.json\"");
    }

    private static string Published(string name) => File.ReadAllText(Path.Combine("schemas", name));

    [GeneratedRegex("\"description\": \"(.*)\"")]
    private static partial Regex Description();
}
