using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Questions;

/// <summary>What buyers ask a cooperative: those who wait, the longest first, or all others, the newest first.</summary>
internal static class DeskQuestions
{
    internal const int PageSize = 30;
    private const int Beginning = 120;

    /// <param name="Page">From 1.</param>
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, bool Answered, int Page = 1) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="Waiting">How many wait in all.</param>
    internal sealed record View(IReadOnlyList<Row> Rows, bool HasMore, int Waiting);

    /// <param name="Product">Empty where it is about an order.</param>
    /// <param name="Name">What the buyer is called; empty once she was forgotten.</param>
    /// <param name="Words">How the newest message begins.</param>
    /// <param name="SpokenAt">When somebody wrote last, UTC.</param>
    internal sealed record Row(QuestionId Id, string Name, LocalizedText Product, string OrderCode, QuestionState State, string Words, DateTimeOffset SpokenAt);

    internal sealed class Handler(MarketDb db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var mine = db.Set<Question>().AsNoTracking().Where(q => q.Cooperative == query.Cooperative && q.ForgottenAt == null);
            var open = mine.Where(q => q.State == QuestionState.Open);
            var sorted = query.Answered ? mine.Where(q => q.State != QuestionState.Open).OrderByDescending(q => q.SpokenAt).ThenBy(q => q.Id) : open.OrderBy(q => q.SpokenAt).ThenBy(q => q.Id);
            var found = await sorted.Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            var ids = found.Select(q => q.Id).ToList();
            var last = await (from m in db.Set<QuestionMessage>() join q in db.Set<Question>() on m.Question equals q.Id where ids.Contains(q.Id) && m.Number == q.MessageCount select new { q.Id, m.Words })
                .ToDictionaryAsync(m => m.Id, m => m.Words, cancellationToken);
            return new(
                [.. found.Take(PageSize).Select(q => new Row(q.Id, q.Name, q.ProductName, q.OrderCode, q.State, Begin(last[q.Id]), q.SpokenAt))],
                found.Count > PageSize, await open.CountAsync(cancellationToken));
        }

        private static string Begin(string words) => words.Length <= Beginning ? words : words[..Beginning].TrimEnd('\uD83C', '\uD83D', '\uD83E') + "…";
    }
}
