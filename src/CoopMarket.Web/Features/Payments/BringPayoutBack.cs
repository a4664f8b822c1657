using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// An admin says which payout an incoming line brought back: the cooperative's account was closed, or its number wrong. It is named,
/// never guessed, and of the same amount.
/// </summary>
internal static class BringPayoutBack
{
    /// <param name="Run">The run's code.</param>
    /// <param name="Position">The payout's place in it.</param>
    internal sealed record Command(Actor Actor, MoneyInId Money, string? Run, int? Position) : ICommand, IForAdmin, INeedsProof, ISerialized, IAbout
    {
        public Proof Proof => Proof.Factor;

        public string About => Money.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Run).Must(r => PublicCode.TryParse(r, out _)).WithMessage("payments.line.payout.flaw");
            RuleFor(c => c.Position).NotNull().WithMessage("payments.line.payout.flaw");
        }
    }

    internal sealed class Handler(MarketDb db, PaidOut paidOut, OwnDesk own) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<MoneyIn>().SingleOrDefaultAsync(m => m.Id == request.Money, cancellationToken) is not { } line)
                return new NotFound();
            _ = PublicCode.TryParse(request.Run, out var code);
            if (await paidOut.FindAsync(code, request.Position!.Value, cancellationToken) is not { } payout
                || await db.Set<MoneyIn>().AnyAsync(m => m.Payout == payout.Run && m.PayoutPosition == payout.Position, cancellationToken))
                return new NoSuchPaidPayout();
            if (await own.RefuseAsync(request.Actor, payout.Cooperative, cancellationToken) is { } hers)
                return hers;
            return line.BringBack(payout.Run, payout.Position, payout.Amount);
        }
    }
}
