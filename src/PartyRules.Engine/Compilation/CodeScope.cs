using System.Linq.Expressions;
using PartyRules.Engine.Execution;

namespace PartyRules.Engine.Compilation;

/// <summary>The variables that one delegate starts with: lists, indexes and scratch of the evaluator's memory, each fetched once.</summary>
internal sealed class CodeScope(MemoryPlan memoryPlan)
{
    private readonly Dictionary<string, ParameterExpression> variables = [];
    private readonly List<Expression> prologue = [];

    /// <summary>The memory that the delegate is called with.</summary>
    public ParameterExpression Memory { get; } = Expression.Parameter(typeof(WorkingMemory), "memory");

    /// <summary>What the code needs in that memory.</summary>
    public MemoryPlan MemoryPlan { get; } = memoryPlan;

    /// <summary>The trail of derivations.</summary>
    public ParameterExpression Trail => Once("trail", typeof(Trail), () => Expression.Property(Memory, nameof(WorkingMemory.Trail)));

    /// <summary>The facts of a type.</summary>
    public ParameterExpression List(Type type)
    {
        var slot = MemoryPlan.Layout.SlotOf(type);
        return Once(
            $"facts{slot}",
            typeof(FactList<>).MakeGenericType(type),
            () => Expression.Call(Memory, nameof(WorkingMemory.List), [type], Expression.Constant(slot)));
    }

    /// <summary>The index of a number.</summary>
    public ParameterExpression Index(int number) =>
        Once(
            $"index{number}",
            typeof(FactIndex),
            () => Expression.Call(Memory, nameof(WorkingMemory.Index), null, Expression.Constant(number)));

    /// <summary>The filter of a number.</summary>
    public ParameterExpression Filter(int number) =>
        Once(
            $"filter{number}",
            typeof(FactFilter),
            () => Expression.Call(Memory, nameof(WorkingMemory.Filter), null, Expression.Constant(number)));

    /// <summary>New working memory.</summary>
    public ParameterExpression Scratch(Type type)
    {
        var number = MemoryPlan.Reserve(type);
        return Once(
            $"scratch{number}", type, () => Expression.Call(Memory, nameof(WorkingMemory.Scratch), [type], Expression.Constant(number)));
    }

    /// <summary>A variable of the whole delegate, zero at its start.</summary>
    public ParameterExpression Variable(Type type, string name)
    {
        var variable = Expression.Variable(type, name);
        variables.Add($"{name}{variables.Count}", variable);
        return variable;
    }

    /// <summary>The whole delegate's code.</summary>
    public Expression Enclose(Expression body) => Expression.Block(variables.Values, [.. prologue, body, Expression.Empty()]);

    private ParameterExpression Once(string name, Type type, Func<Expression> value)
    {
        if (!variables.TryGetValue(name, out var variable))
        {
            variable = Expression.Variable(type, name);
            variables.Add(name, variable);
            prologue.Add(Expression.Assign(variable, value()));
        }

        return variable;
    }
}

/// <summary>Which facts something rests on, by their numbers in the trail: one, or a list of them.</summary>
/// <param name="Id">The one.</param>
/// <param name="Ids">The list.</param>
internal sealed record Lineage(ParameterExpression? Id, Expression? Ids)
{
    /// <summary>Adds the facts to a trail or to a list of numbers.</summary>
    public Expression AddTo(Expression collection) => Ids is null
        ? Expression.Call(collection, nameof(IdList.Add), null, Id!)
        : Expression.Call(collection, nameof(IdList.AddAll), null, Ids);
}
