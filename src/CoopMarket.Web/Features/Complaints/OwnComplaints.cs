using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>Complaints of which a cooperative is the other side, the newest first: what is said and how it ends, never who complained.</summary>
internal static class OwnComplaints
{
    internal const int PageSize = 20;

    /// <param name="Page">From 1.</param>
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, int Page = 1) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public bool AlsoSuspended => true;
    }

    /// <param name="HasMore">Whether there is a next page.</param>
    internal sealed record View(IReadOnlyList<Row> Rows, bool HasMore);

    internal sealed record Row(
        ComplaintId Id, string Code, ComplaintKind Kind, ComplaintState State, string OrderCode, ProductId? Product, bool IsOpen, DateTimeOffset SettleBy, IReadOnlyList<YourComplaint.Step> Trail,
        IReadOnlyList<MessagePhoto> Photos);

    internal sealed class Handler(MarketDb db, MessagePhotos photos) : IRequestHandler<Query, View>
    {
        private static readonly ComplaintKind[] WithOtherSide = [.. Enum.GetValues<ComplaintKind>().Where(Complaint.ConcernsSeller)];

        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var found = await db.Set<Complaint>().AsNoTracking().Include(c => c.Moves).AsSplitQuery().Where(c => c.Cooperative == query.Cooperative && WithOtherSide.Contains(c.Kind))
                .OrderByDescending(c => c.ReceivedAt).ThenBy(c => c.Id).Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            var pictures = await photos.OfAsync(found.Select(c => PhotoSubject.Of(c.Id)), cancellationToken);
            return new(
                [.. found.Take(PageSize).Select(c => new Row(
                    c.Id, c.Code, c.Kind, c.State, c.OrderCode, c.Product, c.IsOpen, c.SettleBy, [.. c.Moves.OrderBy(m => m.Number).Select(m => new YourComplaint.Step(m.Kind, m.Words, m.At))], [.. pictures[c.Id]]))],
                found.Count > PageSize);
        }
    }
}

/// <summary>A cooperative says how it sees what is complained of.</summary>
internal static class TellSide
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ComplaintId Complaint, string? Words) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public bool AlsoSuspended => true;

        public string About => Complaint.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Words).IsKept("complaints", Domain.Complaints.Complaint.MostWords, severalLines: true, "complaints.flaw.words");
    }

    internal sealed class Handler(ComplaintFile file, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await file.OfCooperativeAsync(command.Cooperative, command.Complaint, cancellationToken) is { } found
                ? found.TellSide(TypedTexts.Kept(command.Words, Complaint.MostWords, severalLines: true), command.Actor.ToString(), time.Now())
                : new NotFound();
    }
}
