using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Forgets buyers' accounts once nothing goes there any more and a bank's complaint about it would long have come.</summary>
internal static class ForgetRefundAccounts
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    internal sealed record Command(Actor Actor) : ICommand, IForAdmin;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var before = time.Now() - Kept;
            await db.Set<RefundAccount>()
                .Where(a => a.ToldAt < before && !db.Set<RefundDue>().Any(r => r.Order == a.Order && r.Place == MoneyPlace.Bank && (r.PaidAt == null || r.PaidAt >= before)))
                .ExecuteDeleteAsync(cancellationToken);
            return Outcome.Done;
        }
    }
}
