using System.Collections;
using System.Reflection;

namespace PartyRules.Engine.Tracing;

/// <summary>The facts that an evaluator holds, by a type that is known at run time only; each type is read once.</summary>
internal sealed class FactsByType(Evaluator evaluator)
{
    private static readonly MethodInfo Reader = typeof(Evaluator).GetMethod(nameof(Evaluator.Facts))!;
    private readonly Dictionary<Type, IReadOnlyList<object>> known = [];

    public IReadOnlyList<object> Of(Type type)
    {
        if (!known.TryGetValue(type, out var facts))
            known.Add(type, facts = [.. ((IEnumerable)Reader.MakeGenericMethod(type).Invoke(evaluator, null)!).Cast<object>()]);
        return facts;
    }
}
