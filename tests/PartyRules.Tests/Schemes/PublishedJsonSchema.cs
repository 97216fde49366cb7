using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PartyRules.JsonSchemas;
using PartyRules.Reading;
using PartyRules.Tests.Clauses.Pages;

namespace PartyRules.Tests.Schemes;

public sealed partial class PublishedJsonSchema
{
    [Fact]
    public void TheSchemaOfSchemesIsCurrent() => ShouldBeCurrent(SchemeJsonSchema.OfSchemes, "partyrules-scheme.schema.json");

    [Fact]
    public void TheSchemaOfCasesIsCurrent() => ShouldBeCurrent(SchemeJsonSchema.OfCases, "partyrules-cases.schema.json");

    [Fact]
    public void TheSchemaOfLayersIsCurrent() => ShouldBeCurrent(SchemeJsonSchema.OfLayers, "partyrules-layer.schema.json");

    [Fact]
    public void EveryKeyIsDescribedInBothLanguages()
    {
        var schemas = SchemeJsonSchema.OfSchemes + SchemeJsonSchema.OfLayers + SchemeJsonSchema.OfCases;
        var descriptions = Description()
            .Matches(schemas).Select(match => match.Groups[1].Value).Where(text => text is not ("zh-Hans" or "en")).ToList();

        descriptions.Should().HaveCountGreaterThan(200);
        descriptions.Should().AllSatisfy(text => text.Split(" / ").Should().HaveCount(2).And.NotContain(""));
    }

    [Fact]
    public void NoKeyIsDescribedASecondTimeInTheCode()
    {
        string[] schemas = [SchemeJsonSchema.OfSchemes, SchemeJsonSchema.OfLayers, SchemeJsonSchema.OfCases];
        var objects = schemas.SelectMany(schema => JsonNode.Parse(schema)!["$defs"]!.AsObject().Select(pair => pair.Key))
            .Concat(["Scheme", "Layer", "Cases"]);
        var documented = DocumentedKey().Matches(CompiledCode.Documentation).Select(match => match.Groups[1].Value);

        documented.Should().NotIntersectWith(objects, "the texts describe keys, in both languages");
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

    private static void ShouldBeCurrent(string schema, string name)
    {
        var path = Repository.PathOf("docs", "schemes", name);
        if (Repository.Approves)
            File.WriteAllText(path, schema);
        else
            schema.Should().Be(File.ReadAllText(path), "{0} is written anew with PARTYRULES_APPROVE=1", name);
    }

    [GeneratedRegex("\"description\": \"(.*)\"")]
    private static partial Regex Description();

    /// <summary>A property of a document that has a description of its own.</summary>
    [GeneratedRegex(@"name=""P:[\w.]+\.(\w+)Document\.\w+""")]
    private static partial Regex DocumentedKey();
}
