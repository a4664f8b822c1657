using CoopMarket.Domain.Questions;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Questions.Contract;
using CoopMarket.Web.Features.Questions.Emails;
using CoopMarket.Web.Features.Questions.Jobs;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Questions;

/// <summary>Registers the area.</summary>
internal static class QuestionsArea
{
    public static void AddQuestions(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ICooperativeData, DataOfQuestions>().AddScoped<IKnowPersons, PersonsOfQuestions>().AddScoped<QuestionFile>().AddScoped<QuestionSubjects>().AddScoped<ThreadReader>().AddScoped<QuestionDoor>().AddScoped<Pen>().AddSingleton<OutsideWarning>().AddScoped<QuestionMailbox>();
        builder.Services.AddEvery<TellOfMessages>(TellOfMessages.Round).AddEvery<ForgetQuestions>(ForgetQuestions.Round);
        builder.Services.AddReaction<QuestionSaid, OnQuestionSaid>("questions.tell", ReactionKind.CallsOut);
    }
}
