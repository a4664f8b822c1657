using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>The gateway had refused to send money back; an admin has seen to it and lets it be asked again.</summary>
internal static class RetryRefund
{
    internal sealed record Command(Actor Actor, RefundDueId Refund) : ICommand, IForAdmin, IAbout
    {
        public string About => Refund.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
            => await db.Set<RefundDue>().SingleOrDefaultAsync(r => r.Id == request.Refund, cancellationToken) is not { } due ? new NotFound()
                : due.TryAgain() ? Outcome.Done
                : new RefundNotRefused();
    }
}
