using CoopMarket.Domain.Complaints;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Complaints.Emails;
using CoopMarket.Web.Features.Complaints.Jobs;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>Registers the area.</summary>
internal static class ComplaintsArea
{
    public static void AddComplaints(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ICooperativeData, DataOfComplaints>().AddScoped<IKnowPersons, PersonsOfComplaints>().AddScoped<ComplaintFile>().AddScoped<NeitherSide>().AddScoped<ComplaintTerms>().AddScoped<ComplaintMailbox>();
        builder.Services.AddReaction<ComplaintMoved, OnComplaintMoved>("complaints.tell", ReactionKind.CallsOut);
        builder.Services.AddEvery<ForgetComplaints>(ForgetComplaints.Round);
    }
}
