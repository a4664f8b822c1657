using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Income;

/// <summary>The member tells the code that her own page shows: she got the money. It works once, and few wrong ones may be tried.</summary>
internal static class ConfirmPayment
{
    /// <param name="Word">The code as typed.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, MemberPaymentId Payment, string? Word) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Payment.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int Digits = 6;

        public Validator() => RuleFor(c => c.Word).Must(c => MemberLinks.Plain(c) is { Length: Digits } code && code.All(char.IsAsciiDigit)).WithMessage("income.flaw.code");
    }

    internal sealed class Handler(MemberPayments payments, MemberLinks links, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await payments.OneAsync(command.Cooperative, command.Payment, cancellationToken) is { } payment
                ? payment.Confirm(links.IsHers(payment, command.Word!), time.Now())
                : new NotFound();
    }
}
