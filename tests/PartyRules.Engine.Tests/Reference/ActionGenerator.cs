using System.Linq.Expressions;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>Random actions: facts made of what was matched, with few values, and notes that tell all of it.</summary>
internal sealed class ActionGenerator(Random random, string ruleName, Expression? depth)
{
    private readonly ConditionGenerator conditions = new(random);

    public YieldElement Yield(Type type, Scope scope)
    {
        var context = Expression.Parameter(typeof(IContext), "ctx");
        if (type == typeof(Note))
            return new YieldElement(Expression.Lambda(Expression.New(typeof(Note).GetConstructors()[0], Text(context, scope)), context));
        if (type == typeof(Shape) && random.Next(2) == 0)
            return new YieldElement(
                Expression.Lambda(Expression.Convert(New(random.Next(2) == 0 ? typeof(Square) : typeof(Circle), scope), type), context));
        return new YieldElement(Expression.Lambda(New(type, scope), context));
    }

    public DoElement Do(ParameterExpression? service, Scope scope)
    {
        var context = Expression.Parameter(typeof(IContext), "ctx");
        var log = service ?? (Expression)Expression.Call(context, nameof(IContext.Resolve), [typeof(ActionLog)]);
        return new DoElement(
            Expression.Lambda(Expression.Call(log, nameof(ActionLog.Write), null, context, Text(context, scope)), context));
    }

    private NewExpression New(Type type, Scope scope)
    {
        var constructor = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
        return Expression.New(
            constructor, constructor.GetParameters()
            .Select(parameter => string.Equals(parameter.Name, nameof(IMarked.Depth), StringComparison.OrdinalIgnoreCase)
            ? depth is null ? Expression.Constant(0) : Expression.Increment(depth)
            : Argument(parameter.ParameterType, scope)));
    }

    /// <summary>Every second argument is fixed, so that yielded facts meet in a few.</summary>
    private Expression Argument(Type type, Scope scope)
    {
        if (random.Next(2) == 0)
            return conditions.Constant(type);
        var value = conditions.Value(type, scope);
        return type == typeof(int) ? Expression.Call(typeof(Small), nameof(Small.Of), null, value)
            : type == typeof(int?)
                && random.Next(2) == 0 ? Expression.Call(typeof(Small), nameof(Small.Limit), null, conditions.Value(typeof(int), scope))
            : value is UnaryExpression ? conditions.Constant(type) : value;
    }

    /// <summary>Most of what was matched, and the name of the rule, told by the context or known.</summary>
    private MethodCallExpression Text(ParameterExpression context, Scope scope)
    {
        var rule = random.Next(2) == 0
            ? (Expression)Expression.Constant(ruleName)
            : Expression.Property(Expression.Property(context, nameof(IContext.Rule)), nameof(RuleDefinition.Name));
        var shown = scope.Texts.Where(_ => random.Next(5) > 0).Select(text => Expression.Convert(text, typeof(object)));
        return Expression.Call(typeof(Render), nameof(Render.Join), null, Expression.NewArrayInit(typeof(object), [rule, .. shown]));
    }
}
