using System.Text.Json.Nodes;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Tests.Schemes;

/// <summary>Whatever a slip of the hand does to a scheme, reading it succeeds or names problems; nothing else comes out.</summary>
public sealed class DamagedSchemes
{
    public static TheoryData<string> Ids => [.. BuiltInSchemes.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryValueMayBeWrong(string id)
    {
        var count = Values(Parse(id)).Count();
        var step = Math.Max(1, count / 40);
        for (var i = 0; i < count; i += step)
        {
            foreach (var wrong in new JsonNode?[] { null, "nonsense", -1, new JsonArray(), new JsonObject() })
                ReadsOrNamesProblems(id, i, wrong, removes: false);
            ReadsOrNamesProblems(id, i, null, removes: true);
        }
    }

    private static void ReadsOrNamesProblems(string id, int index, JsonNode? wrong, bool removes)
    {
        var root = Parse(id);
        var node = Values(root).ElementAt(index);
        var path = node.GetPath();
        if (node.Parent is JsonArray list)
        {
            if (removes)
                list.Remove(node);
            else
                list[list.IndexOf(node)] = wrong;
        }
        else if (removes)
        {
            node.Parent!.AsObject().Remove(node.GetPropertyName());
        }
        else
        {
            node.Parent!.AsObject()[node.GetPropertyName()] = wrong;
        }

        try
        {
            var scheme = SchemeReader.Read(System.Text.Encoding.UTF8.GetBytes(root.ToJsonString()), "damaged.json");
            _ = new Scorer(scheme).Score([], [], 2026);
        }
        catch (ProblemException exception)
        {
            exception.Problems.Should().NotBeEmpty(path);
        }
        catch (Exception exception)
        {
            Assert.Fail($"{id} {path} {(removes ? "removed" : wrong?.ToJsonString() ?? "null")}: {exception}");
        }
    }

    private static JsonNode Parse(string id) => JsonNode.Parse(BuiltInSchemes.Text(id).Span)!;

    private static IEnumerable<JsonNode> Values(JsonNode node) => node switch
    {
        JsonObject members =>
            members.Where(member => member.Value is not null && member.Key is not ("cites" or "name" or "$schema" or "source"))
            .SelectMany(member => Values(member.Value!).Prepend(member.Value!)),
        JsonArray list => list.Where(item => item is not null).SelectMany(item => Values(item!).Prepend(item!)),
        _ => [],
    };
}
