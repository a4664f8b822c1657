using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>The deadlines of every kind of complaint, now and to come.</summary>
internal static class ComplaintTermShelf
{
    internal sealed record Query(Actor Actor) : IQuery<View>, IForAdmin;

    /// <param name="Tomorrow">The first day on which a new row may begin, in Vietnam.</param>
    internal sealed record View(IReadOnlyList<Row> Rows, DateOnly Tomorrow);

    /// <param name="Coming">Rows that begin later, the next first.</param>
    internal sealed record Row(ComplaintKind Kind, ComplaintTime Now, IReadOnlyList<(ComplaintTime Time, DateTimeOffset From)> Coming);

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var all = (await db.Set<ComplaintTerm>().AsNoTracking().OrderBy(t => t.From).ThenBy(t => t.AddedAt).ToListAsync(cancellationToken)).ToLookup(t => t.Kind);
            return new([.. Enum.GetValues<ComplaintKind>().Select(kind => RowOf(kind, all[kind], now))], VietnamDay.Of(now).AddDays(1));
        }

        private static Row RowOf(ComplaintKind kind, IEnumerable<ComplaintTerm> terms, DateTimeOffset now) => new(
            kind, terms.LastOrDefault(t => t.From <= now) is { } term ? ComplaintTerms.Of(term) : ComplaintTerm.Usual[kind],
            [.. terms.Where(t => t.From > now).Select(t => (ComplaintTerms.Of(t), t.From))]);
    }
}

/// <summary>An admin sets how soon the market speaks of one kind of complaint, from a day on. Those received before keep theirs.</summary>
internal static class AddComplaintTerm
{
    internal sealed class Form
    {
        public string? Kind { get; set; }

        public int? Hours { get; set; }

        public int? Days { get; set; }

        public DateOnly? From { get; set; }
    }

    /// <param name="From">From the beginning of this day in Vietnam.</param>
    internal sealed record Command(Actor Actor, string? Kind, int? Hours, int? Days, DateOnly? From) : ICommand, IForAdmin, IAbout
    {
        public string About => "complaints";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).Must(k => Enum.TryParse<ComplaintKind>(k, out var kind) && kind.ToString() == k).WithMessage("complaints.flaw.kind");
            RuleFor(c => c.Hours).Must(h => h is >= 1 and <= ComplaintTime.MostHours).WithMessage("complaints.terms.flaw.hours").WithState(_ => (object[])[ComplaintTime.MostHours]);
            RuleFor(c => c.Days).Must(d => d is >= 1 and <= ComplaintTime.MostDays).WithMessage("complaints.terms.flaw.days").WithState(_ => (object[])[ComplaintTime.MostDays]);
            RuleFor(c => c.From).Must(f => f is { Year: >= 2000 and <= 2200 }).WithMessage("complaints.terms.flaw.from");
        }
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var (now, from) = (time.Now(), VietnamDay.Begin(request.From!.Value));
            if (from <= now)
                return Task.FromResult<Outcome>(new RuleStartsInPast());
            db.Add(new ComplaintTerm
            {
                Id = ids.New<RuleId>(),
                Kind = Enum.Parse<ComplaintKind>(request.Kind!),
                AnswerHours = request.Hours!.Value,
                SettleDays = request.Days!.Value,
                From = from,
                AddedAt = now,
                AddedBy = request.Actor.Person,
            });
            return Task.FromResult(Outcome.Done);
        }
    }
}
