using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// An admin gives up what a carrier will not pay over: it is the market that made the contract, so it is the market's cost, and the
/// cooperative gets its share.
/// </summary>
internal static class GiveUpCash
{
    private const int LongestNote = 200;

    /// <param name="Note">Why, as typed.</param>
    internal sealed record Command(Actor Actor, SellerOrderId Part, string? Note) : ICommand, IForAdmin, INeedsProof, ISerialized, IAbout
    {
        public Proof Proof => Proof.Factor;

        public string About => Part.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).Must(n => CleanText.Read(n, LongestNote, out _) == TextVerdict.Clean).WithMessage("payments.carried.note.flaw");
    }

    internal sealed class Handler(MarketDb db, OrderBooks orders, OwnDesk own) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<CashParcel>().SingleOrDefaultAsync(p => p.SellerOrder == command.Part && p.IsForMarket, cancellationToken) is not { } parcel)
                return new NotFound();
            if (await own.RefuseAsync(command.Actor, parcel.Cooperative, cancellationToken) is { } hers)
                return hers;
            _ = CleanText.Read(command.Note, LongestNote, out var note);
            var order = await orders.OfAsync(parcel.Order, cancellationToken);
            return parcel.GiveUp(note, hasArrived: order is not null && order.Parts.Single(p => p.Id == parcel.SellerOrder).HasArrived);
        }
    }
}
