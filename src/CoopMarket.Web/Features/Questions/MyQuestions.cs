using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Questions;

/// <summary>The threads of a signed-in person, the newest first.</summary>
internal static class MyQuestions
{
    internal const int PageSize = 30;

    /// <param name="Page">From 1.</param>
    internal sealed record Query(Actor Actor, int Page = 1) : IQuery<View>, IForPerson;

    internal sealed record View(IReadOnlyList<Row> Rows, bool HasMore);

    /// <param name="Product">Empty where it is about an order.</param>
    /// <param name="SpokenAt">When somebody wrote last, UTC.</param>
    internal sealed record Row(string Code, LocalizedText Cooperative, LocalizedText Product, string OrderCode, QuestionState State, DateTimeOffset SpokenAt);

    internal sealed class Handler(MarketDb db, Cooperatives cooperatives) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var found = await db.Set<Question>().AsNoTracking().Where(q => q.Person == query.Actor.Me).OrderByDescending(q => q.SpokenAt).ThenBy(q => q.Id)
                .Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            var whose = await cooperatives.ManyAsync(found.Select(q => q.Cooperative), cancellationToken);
            return new(
                [.. found.Take(PageSize).Select(q => new Row(q.Code, whose.GetValueOrDefault(q.Cooperative)?.Name ?? LocalizedText.Empty, q.ProductName, q.OrderCode, q.State, q.SpokenAt))],
                found.Count > PageSize);
        }
    }
}

/// <summary>All threads of a person with everything that was said, for the copy of her data.</summary>
internal static class MyQuestionsInFull
{
    internal sealed record Query(Actor Actor) : IQuery<IReadOnlyList<Asked>>, IForPerson;

    /// <param name="Email">As she typed it; empty where she left none.</param>
    /// <param name="ReadByMarketAt">When admins opened it, UTC.</param>
    internal sealed record Asked(
        string Code, LocalizedText Cooperative, LocalizedText Product, string OrderCode, QuestionState State, string Name, string Email, IReadOnlyList<Said> Messages, IReadOnlyList<DateTimeOffset> ReadByMarketAt);

    /// <param name="By">Which side.</param>
    /// <param name="Photos">How many stand beside it.</param>
    internal sealed record Said(QuestionSide By, string Words, DateTimeOffset At, int Photos);

    internal sealed class Handler(MarketDb db, ThreadReader thread, Cooperatives cooperatives) : IRequestHandler<Query, IReadOnlyList<Asked>>
    {
        public async Task<IReadOnlyList<Asked>> Handle(Query query, CancellationToken cancellationToken)
        {
            var found = await db.Set<Question>().AsNoTracking().Where(q => q.Person == query.Actor.Me).OrderByDescending(q => q.SpokenAt).ThenBy(q => q.Id).ToListAsync(cancellationToken);
            var whose = await cooperatives.ManyAsync(found.Select(q => q.Cooperative), cancellationToken);
            List<Asked> all = [];
            foreach (var q in found)
            {
                var said = await thread.OfAsync(q.Id, cancellationToken);
                all.Add(new(
                    q.Code, whose.GetValueOrDefault(q.Cooperative)?.Name ?? LocalizedText.Empty, q.ProductName, q.OrderCode, q.State, q.Name, q.Email,
                    [.. said.Messages.Select(m => new Said(m.Side, m.Words, m.At, m.Photos.Count))], said.ReadAt));
            }

            return all;
        }
    }
}
