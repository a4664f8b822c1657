using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Questions;

/// <summary>For admins: threads that a side reported, those that ask for money elsewhere, and one found by its code. Never what was said in them.</summary>
internal static class AdminQuestions
{
    internal const int PageSize = 50;

    /// <param name="Code">As it was typed; null or empty: none is looked for.</param>
    /// <param name="Warned">Those with a warning; else those that were reported.</param>
    /// <param name="Page">From 1.</param>
    internal sealed record Query(Actor Actor, string? Code, bool Warned, int Page = 1) : IQuery<View>, IForAdmin;

    internal sealed record View(IReadOnlyList<Row> Rows, bool HasMore);

    /// <param name="Product">Empty where it is about an order.</param>
    /// <param name="SpokenAt">When somebody wrote last, UTC.</param>
    internal sealed record Row(QuestionId Id, string Code, LocalizedText Cooperative, LocalizedText Product, string OrderCode, bool IsReported, bool IsWarned, DateTimeOffset SpokenAt);

    internal sealed class Handler(MarketDb db, Cooperatives cooperatives) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var found = await Asked(query).Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            var whose = await cooperatives.ManyAsync(found.Select(q => q.Cooperative), cancellationToken);
            return new(
                [.. found.Take(PageSize).Select(q => new Row(
                    q.Id, q.Code, whose.GetValueOrDefault(q.Cooperative)?.Name ?? LocalizedText.Empty, q.ProductName, q.OrderCode, q.IsReported, q.IsWarned, q.SpokenAt))],
                found.Count > PageSize);
        }

        private IQueryable<Question> Asked(Query query)
        {
            var all = db.Set<Question>().AsNoTracking();
            if (!string.IsNullOrWhiteSpace(query.Code))
            {
                var code = PublicCode.TryParse(query.Code, out var read) ? read.Value : "";
                return all.Where(q => q.Code == code).OrderBy(q => q.Id);
            }

            return query.Warned ? all.Where(q => q.IsWarned).OrderByDescending(q => q.SpokenAt).ThenBy(q => q.Id) : all.Where(q => q.IsReported).OrderBy(q => q.ReportedAt).ThenBy(q => q.Id);
        }
    }
}
