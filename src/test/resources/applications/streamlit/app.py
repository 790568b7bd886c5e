import streamlit as st

from charts import chart

st.title("Sales")
chart()
