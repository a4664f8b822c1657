using CoopMarket.Domain.Questions;
using CoopMarket.Web.Features.Questions.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Questions;

/// <summary>Writes to the side that is to hear of a message.</summary>
internal sealed class OnQuestionSaid(QuestionMailbox mailbox) : IHandle<QuestionSaid>
{
    public Task HandleAsync(QuestionSaid happened, Delivery delivery, CancellationToken cancellationToken)
        => mailbox.TellAsync(delivery, happened.Question, happened.Number, happened.To, cancellationToken);
}
