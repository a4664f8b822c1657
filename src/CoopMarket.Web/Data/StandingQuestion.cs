using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoopMarket.Web.Data;

/// <summary>
/// A question that nearly every page asks. It is put together once for each model: to build and read its expression anew took longer
/// than the database took to answer.
/// </summary>
/// <param name="question">Of what there is to read and of what is asked for.</param>
internal sealed class StandingQuestion<TOf, T>(Expression<Func<MarketReads, TOf, IQueryable<T>>> question)
{
    private readonly ConditionalWeakTable<IModel, Func<DbContext, TOf, IAsyncEnumerable<T>>> _ready = [];

    /// <summary>All that answers it.</summary>
    /// <param name="database">Whom to ask.</param>
    /// <param name="of">What is asked for.</param>
    public async Task<IReadOnlyList<T>> AskAsync(DbContext database, TOf of, CancellationToken cancellationToken)
    {
        List<T> answer = [];
        await foreach (var row in _ready.GetValue(database.Model, _ => Prepare())(database, of).WithCancellation(cancellationToken))
            answer.Add(row);
        return answer;
    }

    private Func<DbContext, TOf, IAsyncEnumerable<T>> Prepare()
    {
        Rows rows = new(question.Parameters[0]);
        return EF.CompileAsyncQuery(Expression.Lambda<Func<DbContext, TOf, IQueryable<T>>>(rows.Visit(question.Body), rows.Database, question.Parameters[1]));
    }

    // The framework prepares questions of a context only, which those who read don't know.
    private sealed class Rows(ParameterExpression reads) : ExpressionVisitor
    {
        public ParameterExpression Database { get; } = Expression.Parameter(typeof(DbContext));

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Object != reads)
                return base.VisitMethodCall(node);
            var kind = node.Method.GetGenericArguments();
            return Expression.Call(typeof(EntityFrameworkQueryableExtensions), nameof(EntityFrameworkQueryableExtensions.AsNoTracking), kind, Expression.Call(Database, nameof(DbContext.Set), kind));
        }
    }
}
