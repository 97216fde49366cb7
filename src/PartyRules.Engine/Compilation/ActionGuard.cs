using System.Linq.Expressions;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;
using PartyRules.Engine.Syntax;
using PartyRules.Engine.Tracing;

namespace PartyRules.Engine.Compilation;

/// <summary>
/// Writes into an action what it needs to know of its match: for a failure, because an action that has an effect outside must not be run
/// again to see on what it failed; and for <see cref="IContext.Match"/>, where the action asks for it. Other actions stay as they are.
/// </summary>
internal static class ActionGuard
{
    /// <summary>The action as it is compiled in one alternative of the rule.</summary>
    public static ActionElement Guard(RuleDefinition rule, IReadOnlyList<SingleElement> elements, ActionElement action) => action switch
    {
        YieldElement yield when RuleFailure.IsPure(rule, yield.Fact) => yield,
        YieldElement or DoElement => action.With(Guard(action.Lambda, [.. elements.SelectMany(element => element.Gives)])),
        var other => throw new NotSupportedException($"{other.GetType().Name} is not known as an action."),
    };

    private static LambdaExpression Guard(LambdaExpression action, ParameterExpression[] names)
    {
        var values = Expression.NewArrayInit(typeof(object), names.Select(name => Expression.Convert(name, typeof(object))));
        var exception = Expression.Parameter(typeof(Exception), "exception");
        var failure = Expression.Call(
            typeof(RuleFailure),
            nameof(RuleFailure.OfAction),
            null,
            exception,
            Expression.Constant(action),
            Expression.Constant(names),
            values);
        var isForeign = Expression.Not(Expression.TypeIs(exception, typeof(OperationCanceledException)));
        var body = AsksForMatch.In(action) ? WithMatch(action, names, values) : action.Body;
        var guarded = Expression.TryCatch(body, Expression.Catch(exception, Expression.Throw(failure, body.Type), isForeign));
        return Expression.Lambda(action.Type, Expression.Block([exception], guarded), action.Parameters);
    }

    private static Expression WithMatch(LambdaExpression action, ParameterExpression[] names, NewArrayExpression values)
    {
        var context = Expression.Variable(typeof(IContext), "contextOfMatch");
        var made = Expression.New(typeof(ContextOfMatch).GetConstructors()[0], action.Parameters[0], Expression.Constant(names), values);
        return Expression.Block([context], Expression.Assign(context, made), Expressions.Apply(action, context));
    }

    /// <summary>Whether an action reads the match, or hands its context to code that may.</summary>
    private sealed class AsksForMatch(ParameterExpression context) : ExpressionVisitor
    {
        private bool found;

        public static bool In(LambdaExpression action)
        {
            var search = new AsksForMatch(action.Parameters[0]);
            search.Visit(action.Body);
            return search.found;
        }

        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == context && node.Member.Name != nameof(IContext.Match) ? node : base.VisitMember(node);

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Object != context)
                return base.VisitMethodCall(node);
            Visit(node.Arguments);
            return node;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            found |= node == context;
            return node;
        }
    }

    /// <summary>The context of one match.</summary>
    private sealed class ContextOfMatch(IContext context, ParameterExpression[] names, object?[] values) : IContext, IMatch
    {
        public RuleDefinition Rule => context.Rule;

        public CancellationToken CancellationToken => context.CancellationToken;

        public IMatch Match => this;

        public IReadOnlyList<MatchedFact> Facts => field ??= MatchedFact.Matched(names, values);

        public TService Resolve<TService>()
            where TService : notnull => context.Resolve<TService>();

        public object Resolve(Type serviceType) => context.Resolve(serviceType);
    }
}
