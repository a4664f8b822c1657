using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Income;

/// <summary>A second manager saw that a member got her money; never the one who wrote it down.</summary>
internal static class WitnessPayment
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, MemberPaymentId Payment) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Payment.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MemberPayments payments, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await payments.OneAsync(command.Cooperative, command.Payment, cancellationToken) is { } payment
                ? payment.Witness(command.Actor.Me, time.Now())
                : new NotFound();
    }
}
