using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A person can't get in. Whether there is such an account is looked up after the answer.</summary>
internal static class ForgetPassword
{
    internal sealed class Form
    {
        public string? Who { get; set; }
    }

    internal sealed record Command(Actor Actor, string? Who) : ICommand, IForAnyone, IEntrance;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Who).Must(w => Handle.Read(w) is not null).WithMessage("accounts.who.wrong");
    }

    internal sealed class Handler(Outbox outbox) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var handle = Accounts.Handle.Read(command.Who)!;
            outbox.Raise(new PasswordForgotten(handle.Email ?? handle.Phone!));
            return Task.FromResult(Outcome.Done);
        }
    }
}
